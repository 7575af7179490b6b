import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChallengeVersion, JudgedChallenge } from '@assay/contracts/challenge';
import type { GroupQuestionId } from '@assay/contracts/http';
import type { SandboxProfile } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import type { Database } from '@assay/db';
import type { Consumer, Queues } from '@assay/queue';
import { WorkspaceRooms } from '@assay/workspace';
import { type Readiness, Registry } from '@assay/telemetry';
import type { Logger } from 'pino';
import { Background } from './background.ts';
import type { Services } from './services.ts';
import { watchDeadlines } from '#attempts/watchDeadlines.ts';
import { followVerifications } from '#authoring/followVerifications.ts';
import { recordVerified } from '#authoring/recordVerified.ts';
import { Connections } from '#clock/Connections.ts';
import { Heart } from '#clock/Heart.ts';
import { watchJudge } from '#clock/watchJudge.ts';
import { ChallengeLibrary } from '#challenges/challengeLibrary.ts';
import { registerChallenges } from '#challenges/registerChallenges.ts';
import { type DemoLinks, type DemoOptions, seedDemo } from '#demo/seedDemo.ts';
import type { PlayedClock } from '#demo/record/PlayedClock.ts';
import type { Recording } from '#demo/recording/recording.ts';
import { FleetingDesk } from '#explorations/FleetingDesk.ts';
import { sweepErasures } from '#erasures/sweepErasures.ts';
import { createApp } from '#http/createApp.ts';
import { readiness } from '#http/health.ts';
import { OpenRequests } from '#http/OpenRequests.ts';
import { RequestCounts } from '#http/RequestCounts.ts';
import { createFirstAdmin } from '#members/createFirstAdmin.ts';
import { defaultGroupQuestions } from '#declarations/groupSettings.ts';
import type { CallSettings } from '#live/call/callSettings.ts';
import { LiveDesk } from '#live/LiveDesk.ts';
import { LiveLogWriter } from '#live/LiveLogWriter.ts';
import { parseKey, shapeOf } from '#live/liveDocuments.ts';
import { liveLog } from '#live/liveLog.ts';
import { followLiveRuns } from '#live/runs/followLiveRuns.ts';
import { recordLiveResult } from '#live/runs/recordLiveResult.ts';
import { Mailer } from '#mail/Mailer.ts';
import type { MailSettings } from '#mail/mailSettings.ts';
import { sendMails } from '#mail/sendMails.ts';
import { ApiMetrics } from '#metrics/ApiMetrics.ts';
import { watchServices } from '#metrics/watchServices.ts';
import { Announcer } from '#realtime/announcer.ts';
import { connectNodes } from '#realtime/connectNodes.ts';
import { practiceSlug } from '#practice/practise.ts';
import { createRealtime, serveSockets } from '#realtime/createRealtime.ts';
import { createStaffAuth } from '#sessions/staffAuth.ts';
import { Comparer } from '#similarity/Comparer.ts';
import { type KnownSolutions, listKnownSolutions } from '#similarity/knownSolutions.ts';
import { sweepComparisons } from '#similarity/sweepComparisons.ts';
import { compareWaiting } from '#similarity/compareWaiting.ts';
import { followProgress } from '#submissions/followProgress.ts';
import { JudgePace } from '#submissions/JudgePace.ts';
import { recordRejudged } from '#submissions/recordRejudged.ts';
import { recordVerdict } from '#submissions/recordVerdict.ts';
import { sweepSubmissions } from '#submissions/sweepSubmissions.ts';
import type { SignOnSettings } from '#signOn/signOnSettings.ts';
import { AddressPolicy } from '#webhooks/AddressPolicy.ts';
import { sendWebhooks } from '#webhooks/sendWebhooks.ts';
import type { WebhookSettings } from '#webhooks/webhookSettings.ts';
import { workspaceLog } from '#workspaces/workspaceLog.ts';

/**
 * How long a connection without requests stays open, ms: longer than proxies keep theirs (nginx 60 s, AWS 60 s), or a
 * request now and then meets a connection that is just being closed, and its sender an error.
 */
const keepAliveMs = 75_000;

/** How long what is under way may take to end before the rest is closed, ms. */
const closesMs = 5_000;

/** A challenge as it is loaded from its folder. */
export type LoadedChallenge = ChallengeVersion & {
  /** All its files, by their path from there. */
  source: Files;
  wrong: Record<string, { files: Files }>;
};

export type ApiOptions = {
  /** Migrated. */
  db: Database;
  queues: Queues;
  logger: Logger;
  /** Where it counts; without it nobody can read what it has counted. */
  registry?: Registry;
  /** Where people reach the web app: `https://assay.example`. */
  publicUrl: string;
  /** Signs sessions, and makes links of invitations; the same at every start. */
  secret: string;
  /** The folder of the built web app; without it only the API is served. */
  webRoot?: string;
  /** What workers show to get challenges over HTTP; without it they cannot. */
  workerToken?: string;
  /** Whose X-Forwarded-For is believed, as Express's `trust proxy`. */
  trustProxy?: string;
  /** The Redis through which several nodes of the API reach each other's sockets. */
  redisUrl?: string;
  challenges: LoadedChallenge[];
  /** Solutions that are known, by challenge and by name, to compare submissions with beside the authors' own. */
  knownSolutions?: KnownSolutions;
  /** The profile of the one worker, when it is in this process; otherwise the queue is asked for those of all. */
  sandboxProfile?: SandboxProfile;
  /** What helps calls to find a way; without it they use the addresses that browsers know by themselves. */
  calls?: CallSettings;
  /** How mail is sent; without it, links are for people to pass on. */
  mail?: MailSettings | undefined;
  /** How members sign in by a provider; by password and link alone where it is absent. */
  signOn?: SignOnSettings | undefined;
  /** Where messages of webhooks may go beside the public internet. */
  webhooks?: WebhookSettings;
  /** What candidates may say of themselves once they have handed in. */
  groupQuestions?: readonly GroupQuestionId[];
  now?: () => Date;
  /** Whether it writes down that it is there, so that its absence can be credited. Off where a test moves the clock. */
  heartbeat?: boolean;
};

export type Api = {
  /** Not listening yet. */
  server: Server;
  /** Whether people can be sent to it. */
  readiness: () => Promise<Readiness>;
  /** What the judge needs of a challenge version, for a worker in the same process. */
  content: (hash: string) => Promise<JudgedChallenge>;
  /** Makes the demo, where it is not there yet, and links into it that work now. */
  seedDemo: (options?: DemoOptions) => Promise<DemoLinks>;
  /** Plays what the demo shows, under a clock that the API has to have, on an empty installation; `told` hears how far it is. */
  recordDemo: (clock: PlayedClock, told: (line: string) => void) => Promise<Recording>;
  /** A new link that signs the member with this address in, once, within a day. */
  createSignInLink: (email: string) => Promise<string>;
  /** In an installation without members: adds the first admin and answers their sign-in link. */
  createFirstAdmin: (email: string) => Promise<string | undefined>;
  /** Compares what waits to be compared, all of it, now; by itself it happens a little later. */
  compareSubmissions: () => Promise<void>;
  /** Stops serving and consuming. Database and queues are the caller's, to be closed after. */
  close: () => Promise<void>;
};

/** The API with all that works behind it. Resolves once it takes verdicts and deadlines. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const { db, queues, logger, secret, sandboxProfile, now = () => new Date() } = options;
  const publicUrl = options.publicUrl.replace(/\/$/, '');
  await registerChallenges(db, options.challenges, now());

  const io = createRealtime(publicUrl);
  const nodes =
    options.redisUrl === undefined ? undefined : connectNodes(io, options.redisUrl, logger);
  const background = new Background(logger);
  const metrics = new ApiMetrics(options.registry ?? new Registry());
  const stopping = new AbortController();
  const liveWriter = new LiveLogWriter(db, (entries, ms) => metrics.liveWrite(entries, ms));
  const heart = new Heart();
  const rooms = new WorkspaceRooms(
    (key) => {
      const parsed = parseKey(key);
      return 'attemptId' in parsed
        ? workspaceLog({ db, background, now }, key)
        : liveLog({ db, background, writer: liveWriter }, parsed);
    },
    {
      now,
      shapeOf,
      missed: (key, entry) => {
        const parsed = parseKey(key);
        if ('sessionId' in parsed)
          services.live.delivery.missed(
            { sessionId: parsed.sessionId, name: parsed.document },
            entry,
          );
      },
    },
  );
  const services: Services = {
    db,
    queues,
    rooms,
    live: new LiveDesk({
      io,
      db,
      rooms,
      background,
      now,
      logger,
      severalNodes: options.redisUrl !== undefined,
    }),
    challenges: new ChallengeLibrary(db),
    staffAuth: createStaffAuth({ db, publicUrl, secret, logger }),
    announce: new Announcer(io),
    fleeting: new FleetingDesk(queues),
    judgePace: new JudgePace(now),
    heart,
    connections: new Connections(heart.id),
    comparer: new Comparer(listKnownSolutions(options.challenges, options.knownSolutions)),
    practice: options.challenges.find(({ judged }) => judged.slug === practiceSlug),
    background,
    logger,
    metrics,
    stopping: stopping.signal,
    now,
    mailer: options.mail && new Mailer(options.mail),
    callSettings: options.calls ?? {},
    signOn: options.signOn,
    groupQuestions: options.groupQuestions ?? defaultGroupQuestions,
    webhooks: {
      policy: new AddressPolicy(options.webhooks?.networks),
      timeoutMs: options.webhooks?.timeoutMs,
    },
    secret,
    publicUrl,
    sandboxProfiles: async () =>
      sandboxProfile === undefined ? queues.judgeProfiles() : [sandboxProfile],
  };
  const counts = new RequestCounts(options.redisUrl, logger);
  const server = createServer(
    { keepAliveTimeout: keepAliveMs },
    createApp(services, { trustProxy: 'loopback', ...options, counts }),
  );
  const requests = new OpenRequests(server);
  io.attach(server);
  serveSockets(io, services);
  watchServices(services, io);

  // Before anything looks at deadlines: what passed while nobody was there has to be given back first.
  if (options.heartbeat !== false) await heart.start(services);
  const consumers: Consumer[] = [
    queues.consumeVerdicts((job) => recordVerdict(services, job), {
      liveRun: (job) => recordLiveResult(services, job),
    }),
    queues.consumeRejudged((job) => recordRejudged(services, job)),
    queues.consumeVerified((job) => recordVerified(services, job)),
    followProgress(services),
    followLiveRuns(services),
    followVerifications(services),
    ...services.fleeting.listen(),
    services.judgePace.listen(queues),
    watchDeadlines(services),
    sendWebhooks(services),
  ];
  const mails = sendMails(services);
  const sweeps = [sweepSubmissions(services), sweepErasures(services), sweepComparisons(services)];
  const judgeWatch = watchJudge(services);

  async function close(): Promise<void> {
    stopping.abort();
    for (const sweep of sweeps) sweep.close();
    judgeWatch.close();
    services.connections.stop();
    // A queue or a link between the nodes whose Redis has gone is never done with closing.
    await Promise.race([
      Promise.all([
        ...[...consumers, ...(mails ? [mails] : [])].map((consumer) => consumer.close()),
        requests.end(),
        // Without a goodbye to the sockets: after one, no browser comes back by itself.
        io.close(),
      ]),
      delay(closesMs, undefined, { ref: false }),
    ]);
    await nodes?.close();
    counts.close();
    await services.comparer.close();
    await services.background.settled();
    services.live.close();
    await heart.stop(services);
    services.rooms.close();
  }

  try {
    await Promise.all(consumers.map((consumer) => consumer.ready()));
    for (const sweep of sweeps) await sweep.ready();
    await mails?.ready();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    server,
    readiness: () => readiness(services),
    content: async (hash) => (await services.challenges.get(hash)).judged,
    seedDemo: (demo) => seedDemo(services, { secret, challenges: options.challenges }, demo),
    recordDemo: async (clock, told) => {
      // Only whoever records needs the script.
      const { recordDemo } = await import('#demo/record/recordDemo.ts');
      return recordDemo(services, { clock, challenges: options.challenges, told });
    },
    compareSubmissions: () => compareWaiting(services),
    createSignInLink: (email) => services.staffAuth.createSignInLink(email),
    createFirstAdmin: (email) => createFirstAdmin(services, email),
    close,
  };
}
