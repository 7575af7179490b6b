import { type ChallengeVersion, type Language, languageChoices } from '@assay/contracts/challenge';
import { allotMs } from '@assay/contracts/clock';
import type { CandidateAttempt, CandidateChallenge } from '@assay/contracts/http';
import type { findAttempt, PinnedChallenge, TimeCredit } from '@assay/db';
import { hasSeparateClocks } from '#clock/clockTerms.ts';
import { presentCredits } from '#clock/presentCredits.ts';
import { recordedSentences } from '#record/recordedKinds.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findAttempt>>>;

/** An attempt as its candidate sees it. */
export function presentAttempt({
  found,
  pinned,
  versions,
  credits,
  opensUntil,
  practice,
  now,
}: {
  found: Found;
  pinned: PinnedChallenge[];
  /** Of the pinned challenges, in their order. */
  versions: ChallengeVersion[];
  credits: TimeCredit[];
  opensUntil: Date | undefined;
  practice: boolean;
  now: Date;
}): CandidateAttempt {
  const { attempt, candidate, assessment } = found;
  const { id, state, startedAt, deadline, finishedAt, timePercent } = attempt;
  return {
    id,
    state,
    candidateName: candidate.name,
    organisation: assessment.organisation,
    title: assessment.title,
    minutes: wholeMinutes(assessment.minutes, timePercent),
    timePercent,
    clockMode: hasSeparateClocks(pinned) ? 'separate' : 'total',
    policies: {
      aiAssistants: assessment.aiAssistants,
      documentation: assessment.documentation,
      paste: assessment.paste,
    },
    rules: assessment.rules,
    recorded: [...recordedSentences, ...assessment.recorded],
    ...moments({ startedAt, deadline, finishedAt }),
    ...(state === 'invited' && opensUntil && { opensUntil: opensUntil.toISOString() }),
    credits: presentCredits({ ...found, challenges: pinned }, credits),
    practice,
    serverNow: now.toISOString(),
    challenges: versions.map((version, index) => presentChallenge(version, attempt, pinned[index])),
  };
}

function presentChallenge(
  version: ChallengeVersion,
  { state, startedAt, timePercent }: Found['attempt'],
  clock: PinnedChallenge | undefined,
): CandidateChallenge {
  const minutes = clock?.minutes ?? undefined;
  const isOpen = (minutes === undefined ? startedAt : clock?.startedAt) != null;
  const shown = showChallenge(version, state !== 'invited' && isOpen, clock?.language);
  if (clock === undefined || minutes === undefined) return shown;
  return { ...shown, minutes: wholeMinutes(minutes, timePercent), clock: moments(clock) };
}

/** A challenge as whoever works on it sees it; statement and hints only when it is `open`. */
export function showChallenge(
  version: ChallengeVersion,
  open: boolean,
  language?: Language | null,
): CandidateChallenge {
  const { manifest, statement, judged } = version;
  return {
    slug: judged.slug,
    title: manifest.title,
    summary: manifest.summary,
    level: manifest.level,
    minutes: manifest.minutes,
    skills: manifest.skills,
    entry: judged.entry,
    languages: languageChoices(version),
    begunIn: language ?? 'typescript',
    port: judged.port,
    postgres: judged.seedSql !== undefined,
    limits: judged.limits,
    ...(open && { statement }),
    hints: open ? manifest.hints : [],
  };
}

/** For reading; the clock counts milliseconds. */
export function wholeMinutes(minutes: number, percent: number): number {
  return Math.round(allotMs(minutes, percent) / 60_000);
}

function moments(times: Record<'startedAt' | 'deadline' | 'finishedAt', Date | null>) {
  return {
    ...(times.startedAt && { startedAt: times.startedAt.toISOString() }),
    ...(times.deadline && { deadline: times.deadline.toISOString() }),
    ...(times.finishedAt && { finishedAt: times.finishedAt.toISOString() }),
  };
}
