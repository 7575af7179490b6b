/** Real time of one compilation, ms. Honest ones take some ten. Counters code that is slow to parse. */
export const compileMs = 10_000;

/** Resident memory of the compiler, MB. Counters nesting, and constants that it folds into gigabytes. */
export const compilerMb = 400;

/** A bundled program, UTF-16 code units. Counters constants that are written out at each use. */
export const maxProgramLength = 8_000_000;

/** How a bundler process says that its compiler outgrew its memory. */
export const tooMuchMemory = 20;
