/** Lines that one test may print. Counters floods of empty ones, whose length is next to nothing. */
export const maxConsoleLines = 5_000;
