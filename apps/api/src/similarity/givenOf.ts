import type { Files } from '@assay/contracts/workspace';
import { snippetsOf } from '@assay/similarity';
import type { Services } from '#services.ts';

/** What everybody was given with a version of a challenge: its starters, and the code of the statement. */
export async function givenOf({ challenges }: Services, challengeHash: string): Promise<Files> {
  const { starter, translations = {}, statement } = await challenges.get(challengeHash);
  const starters = [starter, ...Object.values(translations).map((works) => works.starter)];
  const given: Files[] = [...starters, snippetsOf(statement)];
  return Object.fromEntries(given.flatMap((files) => Object.entries(files)));
}
