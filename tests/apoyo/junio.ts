/** A morning of June on which everything is still on time: when the seeded database of the tests was seeded. */
export const JUNIO = new Date("2025-06-10T15:00:00Z");
