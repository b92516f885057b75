/**
 * The identifier of the general objective, which is one and has no `id` of its own. Apart from the lists of `valores`, so
 * that a form loads it without them.
 */
export const OBJETIVO_GENERAL = "OG";
