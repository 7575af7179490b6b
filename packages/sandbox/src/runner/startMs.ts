/** Where virtual time starts, ms since the epoch: the same for every run. */
export const startMs = Date.UTC(2030, 0, 1, 9);
