import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { findJudged } from '@assay/db';
import type { Files } from '@assay/contracts/workspace';
import type { LoadedChallenge } from '#createApi.ts';
import { workspaceKey } from '#workspaces/workspaceLog.ts';
import type { Step } from './cast.ts';
import type { Chance } from './chance.ts';
import { type Hand, type Keystrokes, planTyping } from './planTyping.ts';
import { spreadOver } from './spreadOver.ts';
import type { Stage } from './Stage.ts';
import { readWork } from './works.ts';

export type Writer = {
  attemptId: string;
  challenge: LoadedChallenge;
  hand: Hand;
  /** How often they look elsewhere in a long pause, 0 to 1. */
  looksAway: number;
  chance: Chance;
};

/** A pause from which on somebody may turn to another window, ms. */
const awayFromMs = 45_000;
/** How long the judge is waited for, ms of real time. */
const judgedWithinMs = 600_000;
const betweenLooksMs = 10;

/** Plays the steps of one challenge in its workspace, as the clock of the stage goes on. */
export async function playWork(
  stage: Stage,
  writer: Writer,
  steps: readonly Step[],
): Promise<void> {
  const { attemptId, challenge, chance, hand } = writer;
  const { rooms } = stage.services;
  const slug = challenge.judged.slug;
  const room = rooms.room(workspaceKey({ attemptId, challenge: slug }));
  // Reads the statement first.
  stage.clock.passes(chance.between(60_000, 240_000));
  for (const step of steps) {
    const files = await room.files();
    const wanted = step.broken
      ? breakOne(await readWork(challenge, step.to), files)
      : await readWork(challenge, step.to);
    const all = spreadOver(planTyping(files, wanted, hand, chance), step.minutes * 60_000, chance);
    const keys = all.slice(0, Math.ceil(all.length * (step.share ?? 1)));
    let now = files;
    for (const key of keys) {
      await wait(stage, writer, key);
      now = { ...now, [key.path]: key.text };
      const written = await room.replace(now, 'candidate');
      if (!written.ok) throw new Error(`${slug} of ${attemptId} takes no more changes.`);
    }
    if (step.ends !== undefined) await judge(stage, writer, step.ends);
  }
}

/** Lets the time before something pass, perhaps in another window, and tells of a paste. */
async function wait(
  stage: Stage,
  { attemptId, challenge, chance, looksAway }: Writer,
  { afterMs, path, pasted }: Keystrokes,
): Promise<void> {
  const page = stage.candidate(attemptId).candidate;
  const report = (event: Parameters<typeof page.recordActivity>[0]['events'][number]) =>
    page.recordActivity({ attemptId, events: [event] });
  const isAway = (afterMs > awayFromMs || pasted !== undefined) && chance.next() < looksAway;
  if (!isAway) stage.clock.passes(afterMs);
  else {
    stage.clock.passes(afterMs * chance.between(0.05, 0.3));
    await report({ id: randomUUID(), agoMs: 0, kind: 'left' });
    stage.clock.passes(afterMs * chance.between(0.4, 0.6));
    await report({ id: randomUUID(), agoMs: 0, kind: 'returned' });
    stage.clock.passes(afterMs * 0.1);
  }
  if (pasted !== undefined)
    await report({
      id: randomUUID(),
      agoMs: 0,
      kind: 'pasted',
      challenge: challenge.judged.slug,
      path,
      length: pasted,
      fromHere: !isAway,
    });
}

async function judge(
  stage: Stage,
  { attemptId, challenge, chance }: Writer,
  what: 'run' | 'submit',
): Promise<void> {
  stage.clock.passes(chance.between(800, 4_000));
  const { id } = await stage.candidate(attemptId).candidate.submit({
    attemptId,
    challenge: challenge.judged.slug,
    suite: what === 'run' ? 'public' : 'hidden',
  });
  await untilJudged(stage, id);
  // They read what came of it.
  stage.clock.passes(chance.between(8_000, 40_000));
}

/** Resolves once the judge has answered. Rejects when it takes too long, or could not judge. */
export async function untilJudged({ services }: Stage, submissionId: string): Promise<void> {
  const until = Date.now() + judgedWithinMs;
  for (;;) {
    const found = await findJudged(services.db, submissionId);
    // A fault of the machine is nothing to show.
    if (found?.verdict?.status === 'sandbox_error') throw new Error(found.verdict.message);
    if (found?.state === 'judged') return;
    if (Date.now() > until) throw new Error(`Submission ${submissionId} is not judged.`);
    await delay(betweenLooksMs);
  }
}

/** The same files, with the last brace of one that changes missing. */
function breakOne(files: Files, before: Files): Files {
  const path = Object.keys(files).find((one) => files[one] !== before[one]) ?? '';
  return { ...files, [path]: (files[path] ?? '').replace(/\}\s*$/, '') };
}
