import type { Member } from '@assay/contracts/http';
import { findAttempt, listSubmissions } from '@assay/db';
import type { LoadedChallenge } from '#createApi.ts';
import { endAttempt } from '#attempts/endAttempt.ts';
import type { MemberKey, Manner, Part } from './cast.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Hand } from './planTyping.ts';
import { playKits, playReviews } from './playReviews.ts';
import { playWork, untilJudged } from './playWork.ts';
import type { Stage } from './Stage.ts';

/** What is there before anybody is invited. */
export type Setting = {
  members: Record<MemberKey, Member>;
  /** The ids of the assessments, by their names in the cast. */
  assessments: Record<Part['assessment'], string>;
  challenges: ReadonlyMap<string, LoadedChallenge>;
};

/** Where a part left its candidate. */
export type Played = { attemptId: string; candidateId: string };

const manners: Record<Manner, { hand: Hand; looksAway: number }> = {
  steady: { hand: { letterMs: 125, typos: 0.03, pastes: 0.02 }, looksAway: 0.25 },
  fast: { hand: { letterMs: 80, typos: 0.05, pastes: 0.08 }, looksAway: 0.3 },
  careful: { hand: { letterMs: 150, typos: 0.02, pastes: 0 }, looksAway: 0.12 },
  hunting: { hand: { letterMs: 210, typos: 0.06, pastes: 0.05 }, looksAway: 0.55 },
  pasting: { hand: { letterMs: 120, typos: 0.03, pastes: 0.7 }, looksAway: 0.75 },
};
const dayMs = 24 * 60 * 60_000;
/** Longer than any attempt that is played. */
const lateMs = 6 * 60 * 60_000;
/** How long before the recording those begin who are at it when it ends, ms. */
const runningForMs = 40 * 60_000;

/** Plays all of one candidate: invitation, work, what others make of it. */
export async function playPart(stage: Stage, setting: Setting, part: Part): Promise<Played> {
  const { clock } = stage;
  const admin = stage.as(setting.members.admin);
  const chance = chanceOf(part.name);
  clock.set(stage.daysAgo(part.invitedDaysAgo, 8 + chance.next()));
  const { invitation, link } = await admin.admin.invite({
    assessmentId: setting.assessments[part.assessment],
    expiresInDays: 14,
    candidateName: part.name,
    candidateEmail: addressOf(part.name),
    mail: false,
    source: part.source,
    ...(part.timePercent && { timePercent: part.timePercent }),
  });
  const { id: invitationId, attemptId } = invitation;
  const candidateId = (await findAttempt(stage.services.db, attemptId))?.candidate.id ?? '';
  const played = { attemptId, candidateId };
  if (part.ending === 'revoked') {
    clock.passes(2 * dayMs);
    await admin.admin.revokeInvitation({ invitationId });
  }
  await playQuestion(stage, setting, part, attemptId);
  if (part.ending === 'invited' || part.ending === 'expired' || part.ending === 'revoked')
    return played;
  const running = part.ending === 'running';
  if (running) clock.set(new Date(stage.recordedAt.getTime() - runningForMs));
  else clock.set(stage.daysAgo(part.invitedDaysAgo - part.waits, part.hour));
  await stage.anyone().candidate.openInvitation({ token: link.split('/').at(-1) ?? '' });
  clock.passes(chance.between(90_000, 400_000));
  await stage.candidate(attemptId).candidate.startAttempt({ attemptId });
  await playChallenges(stage, setting, part, { attemptId, chance });
  if (running) return played;
  await end(stage, part, attemptId);
  await playReviews(stage, setting, part, attemptId);
  await playKits(stage, setting, part, played.candidateId);
  return played;
}

async function playChallenges(
  stage: Stage,
  { challenges }: Setting,
  { work, manner }: Part,
  { attemptId, chance }: { attemptId: string; chance: Chance },
): Promise<void> {
  for (const [slug, steps] of Object.entries(work)) {
    const challenge = challenges.get(slug);
    if (challenge === undefined) throw new Error(`There is no challenge ${slug}.`);
    await playWork(stage, { attemptId, challenge, chance, ...manners[manner] }, steps);
  }
}

/** Ends the work as the part says, and waits for what that hands in to be judged. */
async function end(stage: Stage, { ending, withdrawsBecause }: Part, attemptId: string) {
  const page = stage.candidate(attemptId).candidate;
  stage.clock.passes(60_000);
  if (ending === 'withdrawn')
    await page.withdraw({ attemptId, ...(withdrawsBecause && { reason: withdrawsBecause }) });
  else if (ending === 'handed_in') await page.finishAttempt({ attemptId });
  else {
    stage.clock.passes(lateMs);
    await endAttempt(stage.services, attemptId, { by: 'deadline' });
  }
  for (const { id, state } of await listSubmissions(stage.services.db, attemptId))
    if (state !== 'cancelled') await untilJudged(stage, id);
}

async function playQuestion(
  stage: Stage,
  { members }: Setting,
  { question }: Part,
  attemptId: string,
): Promise<void> {
  if (question === undefined) return;
  stage.clock.passes(dayMs / 2);
  await stage.candidate(attemptId).candidate.ask({ attemptId, text: question.asks });
  if (question.answer === undefined) return;
  stage.clock.passes(dayMs / 24);
  await stage.as(members.admin).admin.answer({ attemptId, text: question.answer });
}

/** Of a name, at a host that is nobody's. */
function addressOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l');
  return `${plain.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`;
}
