import type { Exploration } from '@assay/contracts/http';
import type { ExploreJob } from '@assay/contracts/queue';
import type { Judge } from '@assay/sandbox';
import type { Logger } from 'pino';
import type { ContentPort } from '#content/contentPort.ts';

/**
 * Carries out what a candidate wants to try. Nothing when it was cancelled, when a worker died while it was at it, or
 * when the fault is ours: then operators read of it, and the candidate's wait ends in words of the API's.
 */
export async function exploreSolution(
  {
    judge,
    content,
    logger,
    deaths,
  }: { judge: Judge; content: ContentPort; logger: Logger; deaths: number },
  { explorationId, challengeHash, files, seed, steps }: ExploreJob,
  signal: AbortSignal,
): Promise<Exploration | undefined> {
  if (signal.aborted) return undefined;
  if (deaths > 0) {
    logger.error({ explorationId, deaths }, 'An exploration is given up: a worker died of it');
    return undefined;
  }
  try {
    const challenge = await content(challengeHash);
    return await judge.explore({ challenge, files, seed, steps }, { signal });
  } catch (error) {
    if (!signal.aborted) logger.error({ explorationId, err: error }, 'An exploration failed');
    return undefined;
  }
}
