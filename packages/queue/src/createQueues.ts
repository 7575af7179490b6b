import { VerifyProgress } from '@assay/contracts/challenge';
import {
  ExploreJob,
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  LiveRunJob,
  LiveRunProgress,
  LiveRunResult,
  MailJob,
  PracticeJob,
  PracticeReport,
  queueNames,
  RejudgedJob,
  RejudgeJob,
  VerdictJob,
  VerifiedJob,
  VerifyJob,
  WebhookJob,
} from '@assay/contracts/queue';
import { SandboxProfile } from '@assay/contracts/verdict';
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Producer } from './backend.ts';
import { answersWithin } from './answersWithin.ts';
import { announceCancellation, listenToCancellations } from './cancellation.ts';
import { consume } from './consume.ts';
import { DeliverAgain } from './DeliverAgain.ts';
import { fleetingJobOptions, jobOptions } from './jobOptions.ts';
import { listenToEvents } from './listenToEvents.ts';
import { listenToProgress } from './listenToProgress.ts';
import { measureQueue } from './measureQueue.ts';
import { openBackend } from './openBackend.ts';
import { ownOrigin } from './origin.ts';
import type { QueueConnection } from './queueConnection.ts';
import type { Consumer, JobFailure, Queues } from './queues.ts';
import { reportProgress } from './reportProgress.ts';
import { sealJob } from './sealedJob.ts';
import { send } from './send.ts';
import { behindTurns, type JobOwner, nobody } from './turns.ts';

const JudgeQueueJob = z.union([RejudgeJob, JudgeJob, LiveRunJob, ExploreJob, PracticeJob]);
/** Four kinds of work report on one queue; each listener is for one of them. */
const JudgeReport = z.union([JudgeProgress, LiveRunProgress, ExploreReport, PracticeReport]);
const VerdictQueueJob = z.union([VerdictJob, LiveRunResult]);

const DeadlineJob = z.object({ attemptId: z.string() });

/** Apart from the ids of submissions, which share the queue. */
const rejudgeJobId = (rejudgeId: string): string => `rejudge-${rejudgeId}`;

/** Mails that one process hands over at the same time: as many conversations as small providers allow. */
const mailConcurrency = 2;

/** Messages of webhooks that one process sends at the same time: one that nobody answers keeps its place for long. */
const webhookConcurrency = 8;

/** How long the back end may take to answer whoever asks whether it is there, ms. */
const reachableWithinMs = 1_000;

/** Verdicts that one process records at the same time; each is one short transaction. */
const verdictConcurrency = 4;

/**
 * Opens the queues of the system. Returns at once; the first operation waits for the connection and, on
 * PostgreSQL, for BullMQ's migrations.
 *
 * `onError` hears what no caller waits for: lost connections, and handlers that failed, with the job.
 */
export function createQueues(
  connection: QueueConnection,
  options: { onError?: (error: Error, failure?: JobFailure) => void } = {},
): Queues {
  const onError = options.onError ?? (() => {});
  const backend = openBackend(connection, onError);
  // Every operation waits for it and rejects with it; until there is one, a failure must not end the process.
  backend.catch(() => {});
  const producers = new Map<string, Promise<Producer>>();
  const consumers = new Set<Consumer>();

  function producer(name: string): Promise<Producer> {
    const existing = producers.get(name);
    if (existing) return existing;
    const opened = backend.then((open) => open.producer(name));
    producers.set(name, opened);
    return opened;
  }

  async function enqueue(
    name: string,
    jobId: string,
    job: unknown,
    when: { delay?: number } = {},
  ): Promise<void> {
    const queue = await producer(name);
    // What happens later, at its own time, is nobody's request.
    if (when.delay !== undefined)
      await queue.add(name, sealJob(job), { ...jobOptions, jobId, ...when });
    else
      await send(name, jobId, () =>
        queue.add(name, sealJob(job, ownOrigin()), { ...jobOptions, jobId, ...when }),
      );
  }

  async function cancel(name: string, id: string): Promise<void> {
    const queue = await producer(name);
    // One that somebody has taken cannot be removed; it is told to them instead.
    const removed = await queue.remove(id).catch(() => 0);
    if (removed === 0) await announceCancellation(backend, name, id);
  }

  /** To the judge, when it is the owner's turn, or behind all turns. */
  async function enqueueForJudge(
    jobId: string,
    job: unknown,
    when: JobOwner | { priority: number } = nobody,
    kind: JobsOptions = jobOptions,
  ): Promise<void> {
    const queue = await producer(queueNames.judge);
    const priority = 'priority' in when ? when.priority : await queue.turns.take(jobId, when);
    // It has its turn already.
    if (priority === undefined) return;
    await send(queueNames.judge, jobId, () =>
      queue.add(queueNames.judge, sealJob(job, ownOrigin()), { ...kind, jobId, priority }),
    );
  }

  function track(consumer: Consumer): Consumer {
    consumers.add(consumer);
    return {
      ready: () => consumer.ready(),
      close: async () => {
        consumers.delete(consumer);
        await consumer.close();
      },
    };
  }

  const listenToJudge = (listener: (report: z.infer<typeof JudgeReport>) => void) =>
    track(
      listenToProgress(backend, { name: queueNames.judge, schema: JudgeReport, onError }, listener),
    );

  return {
    enqueueJudge: (job, owner) => enqueueForJudge(job.submissionId, job, owner),
    enqueueExplore: (job, owner) =>
      enqueueForJudge(job.explorationId, job, owner, fleetingJobOptions),
    enqueuePractice: (job, owner) =>
      enqueueForJudge(
        job.practiceId,
        job,
        owner === 'last' ? { priority: behindTurns.copies } : owner,
        fleetingJobOptions,
      ),
    enqueueLiveRun: (job, owner) => enqueueForJudge(job.liveRunId, job, owner),
    countAhead: async (id) => (await producer(queueNames.judge)).turns.countAhead(id),
    enqueueLiveResult: (job) => enqueue(queueNames.verdicts, job.liveRunId, job),
    enqueueMail: (job) => enqueue(queueNames.mails, job.mailId, job),
    enqueueWebhook: (job) => enqueue(queueNames.webhooks, `${job.deliveryId}@${job.tries}`, job),
    cancelJudge: (id) => cancel(queueNames.judge, id),
    forget: async ({ submissionIds = [], rejudgeIds = [], liveRunIds = [] }) => {
      const judge = await producer(queueNames.judge);
      const verdicts = await producer(queueNames.verdicts);
      const rejudged = await producer(queueNames.rejudged);
      const remove = (queue: Producer, id: string) => queue.remove(id).catch(() => 0);
      for (const id of [...submissionIds, ...liveRunIds]) {
        await remove(judge, id);
        await remove(verdicts, id);
      }
      for (const id of rejudgeIds) {
        await remove(judge, rejudgeJobId(id));
        await remove(rejudged, id);
      }
      // Answers of explorations hold what a solution said.
      await (await backend).forgetReports(queueNames.judge);
    },
    enqueueVerify: (job) => enqueue(queueNames.verify, job.verificationId, job),
    cancelVerify: (id) => cancel(queueNames.verify, id),
    enqueueVerified: (job) => enqueue(queueNames.verified, job.verificationId, job),
    enqueueVerdict: (job) => enqueue(queueNames.verdicts, job.submissionId, job),
    enqueueRejudge: (job) =>
      enqueueForJudge(rejudgeJobId(job.rejudgeId), job, { priority: behindTurns.batch }),
    enqueueRejudged: (job) => enqueue(queueNames.rejudged, job.rejudgeId, job),
    scheduleDeadline: (attemptId, at) =>
      enqueue(
        queueNames.deadlines,
        `${attemptId}@${at.getTime()}`,
        { attemptId },
        { delay: Math.max(0, at.getTime() - Date.now()) },
      ),
    consumeJudge: (handler, { concurrency, profile, explore, practise, rejudge, runTogether }) =>
      track(
        consume(
          backend,
          {
            name: queueNames.judge,
            schema: JudgeQueueJob,
            concurrency,
            ...(profile === undefined ? {} : { label: profile }),
            onError,
          },
          async (job, delivery) => {
            const deaths = delivery.stalledCounter;
            if ('kind' in job) {
              if (rejudge === undefined) throw new DeliverAgain('This consumer judges once only.');
              await rejudge(job, deaths);
              return;
            }
            const { report, flushed } = reportProgress(delivery, onError);
            if ('submissionId' in job) await handler(job, report, deaths);
            else if ('liveRunId' in job && runTogether) await runTogether(job, report, deaths);
            else if ('explorationId' in job && explore) await explore(job, report, deaths);
            else if ('practiceId' in job && practise) await practise(job, report, deaths);
            else throw new Error('This consumer takes submissions only.');
            await flushed();
          },
        ),
      ),
    isReachable: () =>
      answersWithin(reachableWithinMs, async () =>
        (await producer(queueNames.judge)).getJobCounts('waiting'),
      ),
    measure: async () =>
      Promise.all(
        Object.values(queueNames).map(async (name) => measureQueue(name, await producer(name))),
      ),
    judgeProfiles: async () => {
      const workers = await (await producer(queueNames.judge)).getWorkers();
      return SandboxProfile.options.filter((profile) =>
        workers.some(({ rawname }) => rawname?.endsWith(`:w:${profile}`)),
      );
    },
    consumeVerdicts: (handler, { liveRun } = {}) =>
      track(
        consume(
          backend,
          {
            name: queueNames.verdicts,
            schema: VerdictQueueJob,
            concurrency: verdictConcurrency,
            onError,
          },
          async (job) => {
            if ('submissionId' in job) return handler(job);
            if (liveRun === undefined) throw new DeliverAgain('This consumer takes verdicts only.');
            return liveRun(job);
          },
        ),
      ),
    consumeRejudged: (handler) =>
      track(
        consume(
          backend,
          { name: queueNames.rejudged, schema: RejudgedJob, concurrency: 1, onError },
          handler,
        ),
      ),
    consumeVerify: (handler) =>
      track(
        consume(
          backend,
          { name: queueNames.verify, schema: VerifyJob, concurrency: 1, onError },
          async (job, delivery) => {
            const progress = reportProgress(delivery, onError);
            await handler(job, progress.report);
            await progress.flushed();
          },
        ),
      ),
    consumeVerified: (handler) =>
      track(
        consume(
          backend,
          { name: queueNames.verified, schema: VerifiedJob, concurrency: 1, onError },
          handler,
        ),
      ),
    consumeMails: (handler) =>
      track(
        consume(
          backend,
          { name: queueNames.mails, schema: MailJob, concurrency: mailConcurrency, onError },
          handler,
        ),
      ),
    consumeWebhooks: (handler) =>
      track(
        consume(
          backend,
          {
            name: queueNames.webhooks,
            schema: WebhookJob,
            concurrency: webhookConcurrency,
            onError,
          },
          handler,
        ),
      ),
    consumeDeadlines: (handler) =>
      track(
        consume(
          backend,
          { name: queueNames.deadlines, schema: DeadlineJob, concurrency: 1, onError },
          ({ attemptId }) => handler(attemptId),
        ),
      ),
    onJudgeProgress: (listener) =>
      listenToJudge((report) => {
        if ('submissionId' in report) listener(report);
      }),
    onLiveRunProgress: (listener) =>
      listenToJudge((report) => {
        if ('liveRunId' in report) listener(report);
      }),
    onExploreReport: (listener) =>
      listenToJudge((report) => {
        if ('explorationId' in report) listener(report);
      }),
    onPracticeReport: (listener) =>
      listenToJudge((report) => {
        if ('practiceId' in report) listener(report);
      }),
    onJudgeDone: (listener) =>
      track(
        listenToEvents(backend, { name: queueNames.judge, onError }, (on) => {
          for (const event of ['completed', 'failed']) on(event, listener);
        }),
      ),
    onVerifyProgress: (listener) =>
      track(
        listenToProgress(
          backend,
          { name: queueNames.verify, schema: VerifyProgress, onError },
          listener,
        ),
      ),
    onVerifyCancelled: (listener) =>
      track(listenToCancellations(backend, { name: queueNames.verify, onError }, listener)),
    onJudgeCancelled: (listener) =>
      track(listenToCancellations(backend, { name: queueNames.judge, onError }, listener)),
    close: async () => {
      await Promise.all([...consumers].map((consumer) => consumer.close()));
      consumers.clear();
      for (const opened of await Promise.allSettled(producers.values())) {
        if (opened.status === 'fulfilled') await opened.value.close();
      }
      await backend.then(
        (open) => open.close(),
        // It never opened, so nothing is left to close; whoever used it has heard why.
        () => {},
      );
    },
  };
}
