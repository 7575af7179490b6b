import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  findLiveRun,
  findLiveSession,
  insertLiveEvent,
  listLiveParticipants,
  type LiveParticipantRecord,
} from '@assay/db';
import { writeMessage } from '#live/chat/writeMessage.ts';
import { liveKey } from '#live/liveDocuments.ts';
import { listSessionCriteria } from '#live/scorecards/listCriteria.ts';
import { askRun } from '#live/runs/askRun.ts';
import { findRunRefusal, rightIn } from '#live/runs/runTerms.ts';
import type { MemberKey } from './cast.ts';
import { chanceOf } from './chance.ts';
import { planTyping } from './planTyping.ts';
import type { Played, Setting } from './playPart.ts';
import { spreadOver } from './spreadOver.ts';
import type { Stage } from './Stage.ts';

/** What is said and done in a session. `who` is a participant: the candidate or one who leads it. */
type LiveStep =
  | { who: 'candidate' | MemberKey; says: string }
  | {
      who: 'candidate' | MemberKey;
      changes: (code: string) => string;
      file: string;
      minutes: number;
    }
  | { who: 'candidate' | MemberKey; runs: 'public' | 'hidden' };

export type LivePart = {
  title: string;
  daysAgo: number;
  hour: number;
  challenge: string;
  candidate: string;
  leads: [MemberKey, ...MemberKey[]];
  steps: LiveStep[];
  /** What those who lead make of it, 1 to 5; without, the card is still a draft. */
  levels: Partial<Record<MemberKey, { level: number; summary: string; notes: string[] }>>;
};

const runsWithinMs = 60_000;

/** Plays a session that goes on from handed-in work, from its preparation to the scorecards. */
export async function playLive(
  stage: Stage,
  setting: Setting,
  part: LivePart,
  { attemptId }: Played,
): Promise<void> {
  const { clock, services } = stage;
  const [lead, ...colleagues] = part.leads;
  const host = stage.as(setting.members[lead]).live;
  clock.set(stage.daysAgo(part.daysAgo + 1, part.hour));
  const { challenges } = await stage.as(setting.members.admin).review.getAttempt({ attemptId });
  const submissionId = challenges.find(({ slug }) => slug === part.challenge)?.countsId;
  if (submissionId === undefined) throw new Error(`${part.candidate} handed nothing in.`);
  const { id: sessionId } = await host.createSession({
    title: part.title,
    minutes: 60,
    from: { kind: 'submission', submissionId },
  });
  for (const colleague of colleagues)
    await host.addParticipant({
      sessionId,
      role: 'interviewer',
      memberId: setting.members[colleague].id,
    });
  const { participant, link = '' } = await host.addParticipant({
    sessionId,
    role: 'candidate',
    name: part.candidate,
  });

  clock.set(stage.daysAgo(part.daysAgo, part.hour));
  await host.start({ sessionId });
  await stage.anyone().live.openLink({ token: link.split('/').at(-1) ?? '' });
  await host.admit({ sessionId, participantId: participant.id, admitted: true });
  const people = await listLiveParticipants(services.db, sessionId);
  for (const person of people) {
    clock.passes(9_000);
    await note(stage, person, 'joined');
  }
  const find = (who: 'candidate' | MemberKey): LiveParticipantRecord => {
    const found = people.find(({ role, memberId }) =>
      who === 'candidate' ? role === 'candidate' : memberId === setting.members[who].id,
    );
    if (found === undefined) throw new Error(`${who} is not in the session.`);
    return found;
  };
  for (const step of part.steps) await playStep(stage, find(step.who), step);
  for (const person of people) await note(stage, person, 'left');
  await host.end({ sessionId });
  await fillCards(stage, setting, part, sessionId);
}

const note = ({ services, clock }: Stage, person: LiveParticipantRecord, kind: 'joined' | 'left') =>
  insertLiveEvent(services.db, {
    sessionId: person.sessionId,
    at: clock.now(),
    kind,
    participantId: person.id,
    detail: { connection: person.id },
  });

async function playStep(stage: Stage, person: LiveParticipantRecord, step: LiveStep) {
  const { clock, services } = stage;
  clock.passes(chanceOf(person.id).between(12_000, 50_000));
  if ('says' in step) {
    const written = await writeMessage(services, person, { id: randomUUID(), text: step.says });
    if (!written.ok) throw new Error(written.message);
    return;
  }
  if ('runs' in step) return run(stage, person, step.runs);
  const room = services.rooms.room(liveKey({ sessionId: person.sessionId, document: 'code' }));
  const files = await room.files();
  const wanted = { ...files, [step.file]: step.changes(files[step.file] ?? '') };
  if (wanted[step.file] === files[step.file]) throw new Error(`${step.file} stays as it is.`);
  const chance = chanceOf(step.file);
  const hand = { letterMs: 130, typos: 0.04, pastes: 0 };
  const keys = planTyping(files, wanted, hand, chance);
  for (const { path, text, afterMs } of spreadOver(keys, step.minutes * 60_000, chance)) {
    clock.passes(afterMs);
    await room.replace({ ...(await room.files()), [path]: text }, person.id);
  }
}

async function run(stage: Stage, person: LiveParticipantRecord, suite: 'public' | 'hidden') {
  const { services, clock } = stage;
  const session = await findLiveSession(services.db, person.sessionId);
  if (session === undefined) throw new Error('The session is gone.');
  const right = rightIn(session, person, clock.now());
  if (right.may === 'nothing') throw new Error(findRunRefusal(right, session)?.message);
  const id = randomUUID();
  const asked = await askRun(services, { person, session, right }, { kind: 'tests', id, suite });
  if (!asked.ok) throw new Error(asked.message);
  const until = Date.now() + runsWithinMs;
  for (;;) {
    const { endedAt } = (await findLiveRun(services.db, id)) ?? {};
    if (endedAt) break;
    if (Date.now() > until) throw new Error('A run of a session has no end.');
    await delay(10);
  }
  clock.passes(6_000);
}

async function fillCards(
  stage: Stage,
  { members }: Setting,
  { leads, levels }: LivePart,
  sessionId: string,
): Promise<void> {
  const session = await findLiveSession(stage.services.db, sessionId);
  if (session === undefined) throw new Error('The session is gone.');
  const criteria = await listSessionCriteria(stage.services, session);
  for (const key of leads) {
    stage.clock.passes(40 * 60_000);
    const said = levels[key];
    const { live } = stage.as(members[key]);
    const scores = criteria.map(({ key: criterion }, index) => ({
      criterion,
      level:
        said === undefined
          ? null
          : Math.max(1, Math.min(5, Math.round(said.level - (index % 3) * 0.3))),
      unobserved: false,
      note: said?.notes[index % said.notes.length] ?? '',
    }));
    if (said === undefined)
      await live.saveScorecard({
        sessionId,
        scores: scores.slice(0, 2),
        recommendation: null,
        summary: '',
      });
    else
      await live.submitScorecard({
        sessionId,
        scores,
        recommendation: said.level >= 4.2 ? 'strong_yes' : 'yes',
        summary: said.summary,
      });
  }
}
