import type { LiveRunAudience } from '@assay/contracts/live';
import { findLiveRun, markLiveRunRunning } from '@assay/db';
import type { Consumer } from '@assay/queue';
import type { Services } from '#services.ts';
import { presentRun } from './presentRun.ts';

/** Runs under way whose session is remembered. Counters growth without end. */
const maxRemembered = 1_000;

type Followed = { sessionId: string; audience: LiveRunAudience };

/** Passes the results of live runs on, test by test, to those on this node who may know of them. */
export function followLiveRuns({ db, queues, live, announce, background }: Services): Consumer {
  const followed = new Map<string, Promise<Followed | undefined>>();

  async function begin(id: string): Promise<Followed | undefined> {
    const run = await findLiveRun(db, id);
    if (run === undefined) return undefined;
    const { sessionId, audience } = run;
    const running = run.state === 'queued' ? await markLiveRunRunning(db, id) : undefined;
    if (running !== undefined) live.delivery.tellRun(sessionId, presentRun(running));
    return { sessionId, audience };
  }

  function placeOf(id: string): Promise<Followed | undefined> {
    const known = followed.get(id);
    if (known !== undefined) return known;
    const found = begin(id);
    followed.set(id, found);
    found.catch(() => followed.delete(id));
    const [oldest] = followed.keys();
    if (followed.size > maxRemembered && oldest !== undefined) followed.delete(oldest);
    return found;
  }

  return queues.onLiveRunProgress(({ liveRunId, tests }) => {
    background.run('pass live progress on', async () => {
      const place = await placeOf(liveRunId);
      if (place !== undefined) announce.liveRunProgress(place, { id: liveRunId, tests });
    });
  });
}
