/** Its own, and empty: without one, Next would take the platform's, and the bare route would also watch and log each request. */
export function register(): void {}
