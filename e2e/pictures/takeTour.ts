import type { Browser } from 'playwright-core';
import type { RunningAssay } from '#e2e/assay.ts';
import { authorStop } from './authorStop.ts';
import { decideStop } from './decideStop.ts';
import { doorStop } from './doorStop.ts';
import { endStop } from './endStop.ts';
import { interviewStop } from './live/interviewStop.ts';
import { liveStop } from './live/liveStop.ts';
import { replayStop } from './live/replayStop.ts';
import { togetherStop } from './live/togetherStop.ts';
import { lobbyStop } from './lobbyStop.ts';
import { officeStop } from './officeStop.ts';
import { organiseStop } from './organiseStop.ts';
import { reviewStop } from './reviewStop.ts';
import { beginTour, type Tour } from './Tour.ts';
import { workbenchStop } from './workbenchStop.ts';

const stops: Record<string, (tour: Tour) => Promise<void>> = {
  door: doorStop,
  lobby: lobbyStop,
  workbench: workbenchStop,
  end: endStop,
  live: liveStop,
  together: togetherStop,
  interview: interviewStop,
  replay: replayStop,
  review: reviewStop,
  organise: organiseStop,
  decide: decideStop,
  office: officeStop,
  author: authorStop,
};

/** Takes pictures of every page and its states, or of the named parts of the app, into `folder`. */
export async function takeTour(
  assay: RunningAssay,
  browser: Browser,
  folder: string,
  parts: string[],
): Promise<void> {
  const unknown = parts.find((part) => !Object.hasOwn(stops, part));
  if (unknown !== undefined)
    throw new Error(`There is no part "${unknown}". There are: ${Object.keys(stops).join(', ')}.`);
  const tour = await beginTour(assay, browser, folder);
  for (const [name, stop] of Object.entries(stops)) {
    if (parts.length > 0 && !parts.includes(name)) continue;
    console.error(`${name} …`);
    await stop(tour);
  }
  console.error(`The pictures are in ${folder}.`);
}
