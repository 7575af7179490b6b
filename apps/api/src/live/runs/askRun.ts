import {
  type LiveRefusal,
  type LiveRun,
  type LiveRunAsked,
  type LiveRunAudience,
  type LiveStep,
  liveRunAudience,
  maxLiveRuns,
} from '@assay/contracts/live';
import type { Files } from '@assay/contracts/workspace';
import {
  countLiveRuns,
  type Database,
  findLiveRun,
  findUnfinishedLiveRun,
  insertLiveRun,
  listLiveParticipants,
  type LiveRunRecord,
  type LiveSessionRecord,
  lockLiveSession,
} from '@assay/db';
import type { Services } from '#services.ts';
import { liveKey } from '#live/liveDocuments.ts';
import { forbidden } from '#live/Talk.ts';
import { refuse } from '#realtime/socketRefusal.ts';
import { findFilesRefusal } from '#workspaces/findFilesRefusal.ts';
import { enqueueLiveRun } from './enqueueLiveRun.ts';
import { findNothingToRun } from './findNothingToRun.ts';
import { presentRun } from './presentRun.ts';
import { findRunRefusal, rightIn, type RunPerson } from './runTerms.ts';

const anothers = refuse('malformed', 'A run has this id already.');
const notHidden = refuse('forbidden', 'Hidden tests are run by interviewers.');
const goneBy = refuse('not_now', 'What this goes on from is not here any more. Begin afresh.');
const justEnded = refuse('unavailable', 'Another run was going on until now. Try once more.');
const full = refuse('read_only', `A session keeps ${maxLiveRuns} runs, and this one has as many.`);

type Answer = { ok: true; run: LiveRun } | LiveRefusal;

/**
 * Runs the code of a session as the server has it at this moment, for somebody who is in it: one run at a time,
 * whichever node it is asked of. The same id again answers the same run.
 */
export async function askRun(
  services: Services,
  { person, session, right }: RunPerson,
  asked: LiveRunAsked,
): Promise<Answer> {
  const { db, rooms, live, now } = services;
  const sessionId = session.id;
  const known = await findLiveRun(db, asked.id);
  if (known !== undefined)
    return known.sessionId === sessionId && known.participantId === person.id
      ? { ok: true, run: presentRun(known) }
      : anothers;
  const refused = findRunRefusal(right, session);
  if (refused !== undefined) return refused;
  if (asked.kind === 'tests' && asked.suite === 'hidden' && !(right.may === 'run' && right.hidden))
    return notHidden;
  const audience = liveRunAudience(asked, session.state);
  const steps = await listSteps(db, { asked, by: person.id, sessionId, audience });
  if (!steps.ok) return steps;
  const code = rooms.room(liveKey({ sessionId, document: 'code' }));
  const { files, seq } = await code.frozen();
  const unfit =
    describeUnfit(files) ?? (await findNothingToRun(services, session, { asked, ...steps, files }));
  if (unfit !== undefined) return unfit;

  const stored = await db.transaction(
    async (tx): Promise<{ ok: true; run: LiveRunRecord } | LiveRefusal> => {
      const locked = await lockLiveSession(tx, sessionId, 'share');
      if (locked === undefined) return forbidden;
      const late = findRunRefusal(rightIn(locked, person, now()), locked);
      if (late !== undefined) return late;
      // It began meanwhile: what was for interviewers would now be for everybody.
      if (liveRunAudience(asked, locked.state) !== audience) return justEnded;
      if ((await countLiveRuns(tx, sessionId)) >= maxLiveRuns) return full;
      const run = await insertLiveRun(tx, {
        id: asked.id,
        sessionId,
        participantId: person.id,
        kind: asked.kind,
        ...(asked.kind === 'tests' ? { suite: asked.suite } : { steps: steps.steps }),
        audience,
        seed: seedOf(session),
        codeSeq: seq,
        files,
        askedAt: now(),
      });
      return run === undefined ? describeOther(tx, sessionId, audience) : { ok: true, run };
    },
  );
  if (!stored.ok) return stored;
  enqueueLiveRun(services, stored.run, session);
  const run = presentRun(stored.run);
  live.delivery.tellRun(sessionId, run);
  return { ok: true, run };
}

/** A request with those that are carried out again before it, each with who typed it. */
async function listSteps(
  db: Database,
  terms: { asked: LiveRunAsked; by: string; sessionId: string; audience: LiveRunAudience },
): Promise<{ ok: true; steps: LiveStep[] } | LiveRefusal> {
  const { asked, by, sessionId, audience } = terms;
  if (asked.kind === 'tests') return { ok: true, steps: [] };
  const last = { by, step: asked.step };
  if (asked.after === undefined) return { ok: true, steps: [last] };
  const before = await findLiveRun(db, asked.after.id);
  // What only interviewers know of never becomes part of what everybody sees.
  const isSeen = before?.audience === 'everybody' || before?.audience === audience;
  if (before?.sessionId !== sessionId || before.steps === null || !isSeen) return goneBy;
  const kept = asked.after.keep.map((index) => before.steps?.[index]);
  if (kept.some((step) => step === undefined)) return goneBy;
  return { ok: true, steps: [...kept.filter((step) => step !== undefined), last] };
}

function describeUnfit(files: Files): LiveRefusal | undefined {
  const refused = findFilesRefusal(files);
  return refused && refuse('too_large', refused.message);
}

/** Who runs something at the moment, in words for whoever wants to. */
async function describeOther(
  tx: Database,
  sessionId: string,
  audience: LiveRunAudience,
): Promise<LiveRefusal> {
  const other = await findUnfinishedLiveRun(tx, sessionId, audience);
  if (other === undefined) return justEnded;
  const people = await listLiveParticipants(tx, sessionId);
  const who = people.find(({ id }) => id === other.participantId)?.name ?? 'Somebody';
  const last = other.steps?.at(-1)?.step.kind;
  const what =
    other.kind === 'tests' ? 'runs the tests' : last === 'sql' ? 'runs SQL' : 'sends a request';
  return refuse('not_now', `${who} ${what} at the moment. One run goes on at a time.`);
}

/** The same for all runs of a session, so that the same code has the same result. 28 bits. */
const seedOf = ({ id }: Pick<LiveSessionRecord, 'id'>): number =>
  Number.parseInt(id.slice(0, 7), 16);
