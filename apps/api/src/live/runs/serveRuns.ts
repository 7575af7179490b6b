import {
  LiveRunAsked,
  type LiveRefusal,
  type LiveRun,
  type LiveRunPage,
  LiveRunsAsked,
  liveRunPageSize,
  maySeeRun,
} from '@assay/contracts/live';
import { findLiveRun, listLiveRuns } from '@assay/db';
import { z } from 'zod';
import { malformed, type Talk } from '#live/Talk.ts';
import { socketRooms } from '#realtime/announcer.ts';
import { refuse } from '#realtime/socketRefusal.ts';
import { askRun } from './askRun.ts';
import { cancelRun, noSuchRun } from './cancelRun.ts';
import { listOffers } from './findNothingToRun.ts';
import { presentRun } from './presentRun.ts';
import { findRunPerson } from './runTerms.ts';

const RunId = z.uuid();
const openFirst = refuse('unavailable', 'Open the code first.');

type Answer = { ok: true; run: LiveRun } | LiveRefusal;

/** Serves what is run in the session that a socket is in: asking, giving up, and all that was run so far. */
export function serveRuns({ socket, services, seat, answer }: Talk): void {
  async function ask(message: unknown): Promise<Answer> {
    const parsed = LiveRunAsked.safeParse(message);
    if (!parsed.success) return malformed;
    const found = await findRunPerson(services, seat());
    return found.ok ? askRun(services, found, parsed.data) : found;
  }

  async function cancel(id: unknown): Promise<Answer> {
    const parsed = RunId.safeParse(id);
    if (!parsed.success) return malformed;
    const found = await findRunPerson(services, seat());
    return found.ok ? cancelRun(services, found, parsed.data) : found;
  }

  async function list(message: unknown): Promise<LiveRunPage | LiveRefusal> {
    const parsed = LiveRunsAsked.safeParse(message);
    if (!parsed.success) return malformed;
    const found = await findRunPerson(services, seat());
    if (!found.ok) return found;
    const { person, session } = found;
    // Otherwise what is told in between would be heard by nobody.
    if (!socket.rooms.has(socketRooms.liveDocument(session.id, 'code'))) return openFirst;
    const rows = await listLiveRuns(services.db, session.id, {
      before: parsed.data.before,
      limit: liveRunPageSize + 1,
      ...(!maySeeRun(person.role, 'interviewers') && { audience: 'everybody' }),
    });
    return {
      ok: true,
      runs: rows.slice(0, liveRunPageSize).map((row) => presentRun(row)),
      more: rows.length > liveRunPageSize,
      offers: await listOffers(services, session),
    };
  }

  async function result(id: unknown): Promise<Answer> {
    const parsed = RunId.safeParse(id);
    if (!parsed.success) return malformed;
    const found = await findRunPerson(services, seat());
    if (!found.ok) return found;
    const run = await findLiveRun(services.db, parsed.data);
    const isSeen =
      run?.sessionId === found.session.id && maySeeRun(found.person.role, run.audience);
    return run !== undefined && isSeen ? { ok: true, run: presentRun(run) } : noSuchRun;
  }

  socket.on('live:run', (message, reply) => answer(reply, () => ask(message)));
  socket.on('live:run_cancel', (id, reply) => answer(reply, () => cancel(id)));
  socket.on('live:runs', (message, reply) => answer(reply, () => list(message)));
  socket.on('live:run_result', (id, reply) => answer(reply, () => result(id)));
}
