import { type LiveRefusal, type LiveRun, maySeeRun } from '@assay/contracts/live';
import { cancelLiveRun, findLiveRun, type LiveRunRecord } from '@assay/db';
import type { Services } from '#services.ts';
import { refuse } from '#realtime/socketRefusal.ts';
import { presentRun } from './presentRun.ts';
import { findRunRefusal, type RunPerson } from './runTerms.ts';

export const noSuchRun = refuse('forbidden', 'There is no run here that you can see.');
const notYours = refuse('forbidden', 'A run is cancelled by who asked for it, or by interviewers.');

/** Gives up a run that is not finished: by who asked for it, or by an interviewer. One that is finished stays as it is. */
export async function cancelRun(
  services: Services,
  { person, session, right }: RunPerson,
  id: string,
): Promise<{ ok: true; run: LiveRun } | LiveRefusal> {
  const { db, now } = services;
  const found = await findLiveRun(db, id);
  if (found?.sessionId !== session.id || !maySeeRun(person.role, found.audience)) return noSuchRun;
  const refused = findRunRefusal(right, session);
  if (refused !== undefined) return refused;
  if (person.role !== 'interviewer' && found.participantId !== person.id) return notYours;
  const cancelled = await cancelLiveRun(db, id, person.id, now());
  if (cancelled === undefined) return { ok: true, run: presentRun(found) };
  tellCancelled(services, [cancelled]);
  return { ok: true, run: presentRun(cancelled) };
}

/** Tells judges, and all who may know, that runs were given up. */
export function tellCancelled(
  { queues, live, background }: Services,
  cancelled: LiveRunRecord[],
): void {
  for (const run of cancelled) {
    background.run('cancel live run', () => queues.cancelJudge(run.id));
    live.delivery.tellRun(run.sessionId, presentRun(run));
  }
}
