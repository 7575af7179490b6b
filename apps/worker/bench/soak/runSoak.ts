import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { QueueKind } from '../rig/openQueue.ts';
import type { Subject } from '../rig/Subject.ts';
import { Ledger } from './Ledger.ts';
import { startTarget } from './startTarget.ts';
import { type Growth, Watch } from './Watch.ts';

export type SoakOptions = {
  queue: Extract<QueueKind, 'pglite' | 'redis'>;
  submissions: number;
  concurrency: number;
  honest: readonly Subject[];
  hostile: readonly Subject[];
  onProgress?: (progress: SoakProgress) => void;
};

export type SoakProgress = {
  judged: number;
  residentMb: number;
  descriptors: number;
  children: number;
};

export type SoakReport = {
  submissions: number;
  judged: number;
  seconds: number;
  statuses: Record<string, number>;
  lost: number;
  doubled: number;
  /** Our fault, and no verdict: as when the machine was too busy. */
  unjudged: number;
  wrongHonest: number;
  wrongHostile: number;
  zombies: number;
  leftovers: number;
  growth: Growth | undefined;
  /** Each thing that is not as it must be. */
  problems: string[];
  /** Examples of verdicts that are not right. */
  words: string[];
};

/** One of so many submissions is hostile. */
const hostileEach = 10;
/** Honest submissions come on that many seeds in turn. */
const seeds = 5;
/** The seed that the verdicts of hostile programs are written down for. */
const hostileSeed = 7;
/** A verdict that has not come so long after the last one is lost, ms. */
const patienceMs = 180_000;
/** Growth of resident memory after the warm-up that is no leak, percent. */
const maxGrowthPercent = 5;
/** Connections of a queue come and go. */
const slackDescriptors = 8;

/** Sends submissions through a real worker, one in ten hostile, and watches what it does and holds. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { submissions, concurrency, honest, hostile, queue, onProgress } = options;
  const content = new Map(
    [...honest, ...hostile].map(({ challenge }) => [challenge.hash, challenge]),
  );
  const target = await startTarget(queue, content, concurrency);
  const ledger = new Ledger();
  const watch = new Watch(target.pid);
  const startedAt = performance.now();
  let lastAt = startedAt;
  const recorder = target.queues.consumeVerdicts(async ({ submissionId, verdict }) => {
    lastAt = performance.now();
    ledger.received(submissionId, verdict);
  });
  await recorder.ready();

  const sampleEach = Math.max(1, Math.floor(submissions / 200));
  let sampled = 0;
  for (let sent = 0; ledger.judged < submissions && performance.now() - lastAt < patienceMs;) {
    while (sent < submissions && ledger.waiting < 4 * concurrency) {
      await send(sent);
      sent += 1;
    }
    if (ledger.judged - sampled >= sampleEach) {
      sampled = ledger.judged;
      onProgress?.(watch.take(sampled));
    }
    await delay(5);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  await target.stop();

  async function send(index: number): Promise<void> {
    const isHostile = index % hostileEach === hostileEach - 1 && hostile.length > 0;
    const group = isHostile ? hostile : honest;
    const turn = isHostile ? Math.floor(index / hostileEach) : index;
    const subject = group[turn % group.length];
    if (subject === undefined) throw new Error('There is nothing to submit.');
    const seed = isHostile ? hostileSeed : Math.floor(turn / group.length) % seeds;
    const submissionId = randomUUID();
    ledger.sent(submissionId, { subject, seed, honest: !isHostile });
    await target.queues.enqueueJudge({
      submissionId,
      challengeHash: subject.challenge.hash,
      suite: 'hidden',
      seed,
      files: subject.files,
    });
  }

  const report = {
    submissions,
    judged: ledger.judged,
    seconds,
    statuses: ledger.statuses,
    lost: ledger.waiting,
    doubled: ledger.doubled,
    unjudged: ledger.unjudged,
    wrongHonest: ledger.wrongHonest,
    wrongHostile: ledger.wrongHostile,
    zombies: watch.zombies,
    leftovers: await watch.countLeftovers(),
    growth: watch.growth(),
    words: ledger.words,
  };
  return { ...report, problems: findProblems(report) };
}

function findProblems(report: Omit<SoakReport, 'problems'>): string[] {
  const { growth } = report;
  const counted = {
    'verdicts were lost': report.lost,
    'verdicts came twice': report.doubled,
    'honest submissions got a wrong verdict': report.wrongHonest,
    'hostile submissions got a wrong verdict': report.wrongHostile,
    'ended processes were not waited for': report.zombies,
    'processes are left': report.leftovers,
  };
  return [
    ...Object.entries(counted).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : [])),
    ...(growth && growth.percent > maxGrowthPercent
      ? [`resident memory grew by ${growth.percent.toFixed(1)} % after the warm-up`]
      : []),
    ...(growth && growth.descriptors > slackDescriptors
      ? [`${growth.descriptors} more descriptors are open than after the warm-up`]
      : []),
  ];
}
