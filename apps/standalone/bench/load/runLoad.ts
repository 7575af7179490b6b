import { availableParallelism, cpus } from 'node:os';
import { Crowd } from './Crowd.ts';
import type { Habits, Worked } from './crowdMessages.ts';
import { type LoadServer, startLoadServer, type Topology } from './LoadServer.ts';
import { Organiser } from './preparePeople.ts';
import { readProcesses } from './readProcesses.ts';
import { readStores, type StoreWork } from './readStores.ts';

export type LoadOptions = {
  topology: Topology;
  /** How many candidates work, in one step after the other. */
  candidates: readonly number[];
  /** How many do one thing alone, so that it is known what it costs; 0 leaves that. */
  costs: number;
  /** How many are only connected. */
  idle: readonly number[];
  /** Live sessions of two in which both type. */
  pairs: readonly number[];
  habits: Habits;
  /** How long each step is measured, s. */
  seconds: number;
  seed: number;
  told: (line: string) => void;
  /** Hears of each step as soon as it is measured. */
  measured?: (step: Step) => void;
  /** Ends it early: what was started is ended, and the promise rejects with the reason. */
  signal: AbortSignal;
};

/** What the machine and its processes did while a step was measured. */
export type Effort = {
  /** CPU of the API's own processes, of workers' and runners', and of the people's, ms of one core in each second. */
  apiCpu: number;
  judgeCpu: number;
  peopleCpu: number;
  /** The share of all cores that something used. */
  machineBusy: number;
  /** Where PostgreSQL and Redis are servers of their own. */
  stores?: StoreWork;
};

/** Who comes: candidates who do everything, who only type, send requests or run, or are only connected; sessions. */
export type StepKind = 'working' | 'typing' | 'calling' | 'running' | 'idle' | 'pairs';

export type Step = {
  kind: StepKind;
  size: number;
  measuredMs: number;
  worked: Worked;
  effort: Effort;
  /** Resident memory of the API's own processes before anybody came, and now, bytes. */
  rssBefore: number;
  rssAfter: number;
};

export type LoadReport = { cores: number; judges: number; habits: Habits; steps: Step[] };

const nothing: Habits = {
  keysPerSecond: 0,
  typingShare: 0,
  runEverySeconds: 0,
  submitShare: 0,
  lookEverySeconds: 0,
};
/** Worked before a step is measured, ms: code that was never run runs slowly. */
const warmUpMs = 3_000;

/** Starts an installation, lets people come and work in steps, and measures each. Ends all that it started. */
export async function runLoad(options: LoadOptions): Promise<LoadReport> {
  const { topology, told, habits, signal } = options;
  told('Starting the server.');
  const server = await startLoadServer(topology);
  const steps: Step[] = [];
  const crowds = new Set<Crowd>();
  const aborted = Promise.withResolvers<never>();
  aborted.promise.catch(() => {});
  signal.addEventListener('abort', () => aborted.reject(signal.reason));
  try {
    signal.throwIfAborted();
    await Promise.race([takeSteps(), aborted.promise]);
  } finally {
    for (const crowd of crowds) await crowd.close();
    await server.close();
  }
  return { cores: cpus().length, judges: countJudges(topology), habits, steps };

  async function takeSteps(): Promise<void> {
    const organiser = await Organiser.signIn(server.urls, server.adminLink);
    const comeToWork = async (crowd: Crowd, size: number) => {
      const candidates = await organiser.inviteCandidates(size, { working: true });
      await crowd.connect(candidates, { idle: false });
    };
    if (options.costs > 0)
      for (const kind of ['typing', 'calling', 'running'] as const)
        await measureSizes(kind, [options.costs], comeToWork);
    await measureSizes('working', options.candidates, comeToWork);
    await measureSizes('pairs', options.pairs, async (crowd, size) =>
      crowd.join(await organiser.openSessions(size)),
    );
    // Last: what a process has had in memory once, it does not always give back.
    await measureSizes('idle', options.idle, async (crowd, size) => {
      const candidates = await organiser.inviteCandidates(size, { working: false });
      await crowd.connect(candidates, { idle: true });
    });
  }

  async function measureSizes(
    kind: Step['kind'],
    sizes: readonly number[],
    come: (crowd: Crowd, size: number) => Promise<void>,
  ): Promise<void> {
    for (const size of sizes) {
      told(`${size} ${kind}: they come.`);
      const crowd = new Crowd();
      crowds.add(crowd);
      try {
        const rssBefore = readProcesses(server.pids.api).ownRss;
        await come(crowd, size);
        told(`${size} ${kind}: measured for ${options.seconds} s.`);
        const work = { habits: habitsOf(kind, habits), seed: options.seed };
        await crowd.work({ ...work, forMs: warmUpMs });
        const step = await measure(server, crowd, work, options.seconds);
        steps.push({ kind, size, ...step, rssBefore });
        options.measured?.({ kind, size, ...step, rssBefore });
      } finally {
        crowds.delete(crowd);
        await crowd.close();
      }
    }
  }
}

/** Of who does one thing alone, often enough to be measured and seldom enough that nobody waits. */
function habitsOf(kind: StepKind, usual: Habits): Habits {
  switch (kind) {
    case 'typing':
      return { ...nothing, keysPerSecond: usual.keysPerSecond, typingShare: 1 };
    case 'calling':
      return { ...nothing, lookEverySeconds: 0.5 };
    case 'running':
      return { ...nothing, runEverySeconds: 20 };
    case 'idle':
      return nothing;
    case 'working':
    case 'pairs':
      return usual;
  }
}

/** Runs that an installation judges at one time, as its programs decide it. */
function countJudges(topology: Topology): number {
  const cores = availableParallelism();
  return topology.kind === 'embedded' ? Math.max(2, cores - 1) : topology.workers * cores;
}

async function measure(
  server: LoadServer,
  crowd: Crowd,
  { habits, seed }: { habits: Habits; seed: number },
  seconds: number,
): Promise<Pick<Step, 'measuredMs' | 'worked' | 'effort' | 'rssAfter'>> {
  const before = await readEffort(server);
  const forMs = seconds * 1_000;
  const all = await crowd.work({ habits, forMs, seed: seed + 1 });
  const after = await readEffort(server);
  const measuredMs = after.at - before.at;
  const perSecond = (ms: number) => (ms * 1_000) / measuredMs;
  const worked = mergeWorked(all);
  return {
    measuredMs,
    worked,
    effort: {
      apiCpu: perSecond(after.apiCpu - before.apiCpu),
      judgeCpu: perSecond(after.judgeCpu - before.judgeCpu),
      peopleCpu: perSecond(worked.cpuMs),
      machineBusy: 1 - (after.idle - before.idle) / (after.all - before.all),
      ...(before.stores &&
        after.stores && {
          stores: {
            rows: after.stores.rows - before.stores.rows,
            commands: after.stores.commands - before.stores.commands,
            bytes: after.stores.bytes - before.stores.bytes,
            postgresCpuMs: after.stores.postgresCpuMs - before.stores.postgresCpuMs,
            redisCpuMs: after.stores.redisCpuMs - before.stores.redisCpuMs,
          },
        }),
    },
    rssAfter: readProcesses(server.pids.api).ownRss,
  };
}

async function readEffort({ pids, stores }: LoadServer) {
  const api = readProcesses(pids.api);
  const worker = readProcesses(pids.worker);
  const times = cpus().map((cpu) => cpu.times);
  return {
    at: performance.now(),
    stores: stores && (await readStores(stores)),
    apiCpu: api.ownCpuMs,
    judgeCpu: api.childCpuMs + worker.ownCpuMs + worker.childCpuMs,
    idle: times.reduce((sum, { idle }) => sum + idle, 0),
    all: times.reduce(
      (sum, { idle, user, sys, nice, irq }) => sum + idle + user + sys + nice + irq,
      0,
    ),
  };
}

/** Sums and lists of all processes; of how they fared, the worst. */
function mergeWorked(all: readonly Worked[]): Worked {
  const errors: Record<string, number> = {};
  for (const one of all)
    for (const [error, count] of Object.entries(one.errors))
      errors[error] = (errors[error] ?? 0) + count;
  return {
    keys: all.flatMap(({ keys }) => keys),
    runs: all.flatMap(({ runs }) => runs),
    calls: all.flatMap(({ calls }) => calls),
    errors,
    unanswered: all.reduce((sum, { unanswered }) => sum + unanswered, 0),
    cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    busy: Math.max(...all.map(({ busy }) => busy)),
    lateMs: Math.max(...all.map(({ lateMs }) => lateMs)),
  };
}
