import { Cluster } from '#testing/Cluster.ts';
import type { Fault } from './Fault.ts';
import { presentOutcomes } from './presentOutcomes.ts';
import { type Outcome, runFault } from './runFault.ts';
import { Embedded } from '#chaos/system/Embedded.ts';

const shiftClock = new URL('system/shiftClock.ts', import.meta.url).href;

type Options = {
  /** Of each fault; without it as many as each fault is worth. */
  repeats?: number;
  seed: number;
  candidates: number;
  lastsMs: number;
  onProgress: (line: string) => void;
};

/** Strikes with each of these, one after the other: those on a cluster on one and the same, the others on one each. */
export async function runFaults(faults: readonly Fault[], options: Options): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const tell = (outcome: Outcome) => {
    outcomes.push(outcome);
    options.onProgress(presentOutcomes([outcome]));
  };
  const onCluster = faults.filter((fault) => fault.on === 'cluster');
  if (onCluster.length > 0) {
    const cluster = await Cluster.start({ preload: shiftClock });
    try {
      const admin = await cluster.admin();
      for (const fault of onCluster) {
        const read = <T>(work: (db: Cluster['db']) => Promise<T>) => work(cluster.db);
        tell(await runFault({ fault, system: cluster, admin, read }, terms(fault, options)));
      }
    } finally {
      await cluster.close();
    }
  }
  for (const fault of faults.filter((each) => each.on === 'embedded')) {
    const system = await (fault.start?.() ?? Embedded.start());
    try {
      const admin = await system.admin();
      const read: Embedded['read'] = (work) => system.read(work);
      tell(await runFault({ fault, system, admin, read }, terms(fault, options)));
    } finally {
      await system.close();
    }
  }
  return outcomes;
}

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
