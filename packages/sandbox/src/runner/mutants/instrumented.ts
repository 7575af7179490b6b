/** The names that Stryker's instrumenter gives to what it shares with the code that it has changed. */
export type Hits = Record<string, number>;
export type Coverage = { static: Hits; perTest: Record<string, Hits> };

/** Run in a fresh isolate before the program loads: nothing is mutated, and what is reached is counted. */
export function watchProgram(test: string | undefined): string {
  return `globalThis.__stryker__ = { currentTestId: ${JSON.stringify(test)} }`;
}

export function enterTest(test: string): string {
  return `globalThis.__stryker__.currentTestId = ${JSON.stringify(test)}`;
}

export const readCoverage =
  'JSON.stringify(globalThis.__stryker__.mutantCoverage ?? { static: {}, perTest: {} })';

/** Run in a fresh isolate before the program loads: one mutant takes the place of the original. */
export function activateMutant(id: string, hitLimit: number): string {
  return `globalThis.__stryker__ = { activeMutant: ${JSON.stringify(id)}, hitCount: 0, hitLimit: ${Number(hitLimit)} }`;
}
