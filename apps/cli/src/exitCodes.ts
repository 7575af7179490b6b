/** What the command tells scripts. */
export const exitCodes = {
  passed: 0,
  /** Any other verdict, or a challenge that does not pass its gate. */
  notPassed: 1,
  /** Wrong usage, or a folder that cannot be read. */
  unusable: 2,
  /** Stopped by Ctrl-C: 128 + SIGINT. */
  interrupted: 130,
} as const;
