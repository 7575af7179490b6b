import type { AddressInfo } from 'node:net';
import type { JudgeJob, JudgeProgress, PracticeJob, RejudgeJob } from '@assay/contracts/queue';
import type { FeedbackPolicy, ReviewRule } from '@assay/contracts/http';
import type { Verdict } from '@assay/contracts/verdict';
import { insertAssessment, keepMigratedDatabase, migrate, openPglite } from '@assay/db';
import { createQueues, pglitePool } from '@assay/queue';
import { pino } from 'pino';
import { createApi, type LoadedChallenge } from '#createApi.ts';
import type { CallSettings } from '#live/call/callSettings.ts';
import type { KnownSolutions } from '#similarity/knownSolutions.ts';
import type { SignOnSettings } from '#signOn/signOnSettings.ts';
import type { WebhookSettings } from '#webhooks/webhookSettings.ts';
import type { MailSettings } from '#mail/mailSettings.ts';
import { countRows } from './countRows.ts';
import { findText } from './findText.ts';
import { sampleChallenge } from './sampleChallenge.ts';

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;

/** The whole API on an embedded database and queue, listening on a free port, with a clock that tests move. */
export async function startTestApi(
  options: {
    challenges?: LoadedChallenge[];
    webRoot?: string;
    feedback?: FeedbackPolicy;
    reviewRule?: ReviewRule;
    heartbeat?: boolean;
    calls?: CallSettings;
    knownSolutions?: KnownSolutions;
    mail?: MailSettings;
    signOn?: SignOnSettings;
    webhooks?: WebhookSettings;
    /** Minutes of each challenge, for an assessment whose challenges have clocks of their own. */
    challengeMinutes?: number[];
    /** Where the database is; in memory, unless it says otherwise. */
    dataFolder?: string;
    port?: number;
  } = {},
) {
  const challenges = options.challenges ?? [sampleChallenge('sample'), sampleChallenge('other')];
  const { db, pglite, close } = await openPglite(
    options.dataFolder ?? 'memory://',
    keepMigratedDatabase,
  );
  await migrate(db);
  const queues = createQueues({ kind: 'postgres', pool: pglitePool(pglite) });
  const logs: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => logs.push(line) });
  let offsetMs = 0;
  let stopped: Promise<void> | undefined;
  const now = (): Date => new Date(Date.now() + offsetMs);
  const start = (loaded = challenges) =>
    createApi({
      db,
      queues,
      logger,
      publicUrl: 'http://assay.test',
      secret: 'a secret of this test',
      workerToken: 'worker-token',
      challenges: loaded,
      sandboxProfile: 'namespaces',
      heartbeat: options.heartbeat ?? false,
      mail: options.mail,
      signOn: options.signOn,
      ...(options.webhooks && { webhooks: options.webhooks }),
      ...(options.calls && { calls: options.calls }),
      ...(options.knownSolutions && { knownSolutions: options.knownSolutions }),
      ...(options.webRoot !== undefined && { webRoot: options.webRoot }),
      now,
    });
  const api = await start();
  // A test may write for long between two requests; a connection that ends just then would fail the second one.
  api.server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => api.server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = api.server.address() as AddressInfo;
  const assessmentId = crypto.randomUUID();
  await insertAssessment(db, {
    id: assessmentId,
    title: 'Backend engineer',
    organisation: 'Northwind',
    minutes: options.challengeMinutes?.reduce((sum, minutes) => sum + minutes, 0) ?? 60,
    ...(options.challengeMinutes && { challengeMinutes: options.challengeMinutes }),
    rules: ['Be kind.'],
    recorded: ['Everything.'],
    ...(options.feedback && { feedback: options.feedback }),
    ...(options.reviewRule && { reviewRule: options.reviewRule }),
    challengeHashes: challenges.map(({ judged }) => judged.hash),
    at: new Date(),
  });
  return {
    ...api,
    db,
    pglite,
    queues,
    logger,
    now,
    logs,
    /** The tables, of whatever schema, in which a text stands: in a column, in a document, or in bytes. */
    findText: (text: string) => findText(pglite, text),
    countRows: () => countRows(pglite),
    assessmentId,
    url: `http://127.0.0.1:${port}`,
    /** Stops serving, as when the process goes; the database stays. */
    stop: () => {
      stopped ??= api.close();
      return stopped;
    },
    /** A second API on the same database and queue, as after a restart, perhaps with other folders. */
    restart: start,
    /** Moves the server's clock forward. */
    passes: (minutes: number) => {
      offsetMs += minutes * 60_000;
    },
    /** Judges what is submitted from now on, in place of a worker. */
    judgeWith: (
      judge: (job: JudgeJob, report: (progress: JudgeProgress) => void) => Promise<Verdict>,
      rejudge?: (job: RejudgeJob) => Promise<Verdict>,
      practise?: (job: PracticeJob) => Promise<Verdict>,
    ) =>
      queues.consumeJudge(
        async (job, report) => {
          await queues.enqueueVerdict({
            submissionId: job.submissionId,
            verdict: await judge(job, report),
          });
        },
        {
          concurrency: 2,
          ...(rejudge && {
            rejudge: async (job) => {
              const verdict = await rejudge(job);
              await queues.enqueueRejudged({ rejudgeId: job.rejudgeId, verdict });
            },
          }),
          ...(practise && {
            practise: async (job, report) =>
              report({ practiceId: job.practiceId, verdict: await practise(job) }),
          }),
        },
      ),
    close: async () => {
      await (stopped ?? api.close());
      await queues.close();
      await close();
    },
  };
}
