import type { Files } from '@assay/contracts/workspace';
import { snippetsOf } from '@assay/similarity';
import type { Services } from '#services.ts';

/** What everybody was given with a version of a challenge: the starter, and the code of the statement. */
export async function givenOf({ challenges }: Services, challengeHash: string): Promise<Files> {
  const { starter, statement } = await challenges.get(challengeHash);
  return { ...starter, ...snippetsOf(statement) };
}
