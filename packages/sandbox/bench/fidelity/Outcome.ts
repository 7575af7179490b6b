/** An ES module to run. */
export type Program = {
  code: string;
  /** Real time to go on watching after the module has been evaluated, ms. */
  quietMs?: number;
};

/** What a program printed, and how it failed if it did. */
export type Outcome = { lines: string[]; error?: string };
