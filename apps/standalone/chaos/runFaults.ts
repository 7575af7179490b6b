import type { Browser } from '#testing/Browser.ts';
import { Cluster } from '#testing/Cluster.ts';
import type { Fault } from './Fault.ts';
import { isHarmless, presentOutcomes } from './presentOutcomes.ts';
import { type Outcome, runFault } from './runFault.ts';
import { Embedded } from '#chaos/system/Embedded.ts';

const shiftClock = new URL('system/shiftClock.ts', import.meta.url).href;

type Options = {
  /** Of each fault; without it as many as each fault is worth. */
  repeats?: number;
  /** Faults that strike at the same time, each on an installation of its own. */
  lanes: number;
  seed: number;
  candidates: number;
  lastsMs: number;
  /** Aborted when nothing new is to be struck; what was is looked at all the same. */
  signal: AbortSignal;
  onProgress: (line: string) => void;
};

/**
 * Strikes with each of these, those that take longest first. A lane goes on with the installation that it has while that
 * is whole; what broke off, or has left somebody stuck, is an outcome like others, and the next fault has a new one.
 */
export async function runFaults(faults: readonly Fault[], options: Options): Promise<Outcome[]> {
  const outcomes = new Map<Fault, Outcome>();
  const waiting = faults.toSorted((one, other) => (other.takes ?? 1) - (one.takes ?? 1));
  async function lane(): Promise<void> {
    let cluster: Cluster | undefined;
    let admin: Browser | undefined;
    try {
      for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
        if (options.signal.aborted) return;
        let outcome: Outcome;
        try {
          if (fault.on === 'embedded') outcome = await runEmbedded(fault, options);
          else {
            cluster ??= await Cluster.start({ preload: shiftClock });
            admin ??= await cluster.admin();
            outcome = await runOnCluster(fault, cluster, admin, options);
          }
        } catch (error) {
          outcome = brokenOff(fault, error);
        }
        outcomes.set(fault, outcome);
        options.onProgress(presentOutcomes([outcome]));
        if (fault.on === 'cluster' && !isHarmless(outcome)) {
          await cluster?.close().catch(() => {});
          [cluster, admin] = [undefined, undefined];
        }
      }
    } finally {
      await cluster?.close();
    }
  }
  await Promise.all(Array.from({ length: options.lanes }, lane));
  return faults.flatMap((fault) => outcomes.get(fault) ?? []);
}

function runOnCluster(
  fault: Extract<Fault, { on: 'cluster' }>,
  system: Cluster,
  admin: Browser,
  options: Options,
): Promise<Outcome> {
  const read = <T>(work: (db: Cluster['db']) => Promise<T>) => work(system.db);
  return runFault({ fault, system, admin, read }, terms(fault, options));
}

async function runEmbedded(
  fault: Extract<Fault, { on: 'embedded' }>,
  options: Options,
): Promise<Outcome> {
  const system = await (fault.start?.() ?? Embedded.start());
  try {
    const admin = await system.admin();
    const read: Embedded['read'] = (work) => system.read(work);
    return await runFault({ fault, system, admin, read }, terms(fault, options));
  } finally {
    await system.close();
  }
}

const brokenOff = ({ name, title }: Fault, error: unknown): Outcome => ({
  name,
  title,
  repeats: 0,
  repeatS: 0,
  keys: 0,
  submissions: 0,
  lost: [],
  doubled: [],
  wrong: [`broke off: ${error instanceof Error ? error.message : String(error)}`],
  stuck: 0,
  errors: [],
});

/** How often a fault strikes unless it is said. */
const usualRepeats = 50;

const terms = ({ name, usually = usualRepeats }: Fault, options: Options) => {
  const { repeats = usually, onProgress } = options;
  return {
    ...options,
    repeats,
    onRepeat: (repeat: number) => onProgress(`${name}: ${repeat} of ${repeats}`),
  };
};
