import { setTimeout as delay } from 'node:timers/promises';
import { countDescriptors, listDescendants, readResidentMb, readStat } from './readProcess.ts';

type Sample = { judged: number; residentMb: number; descriptors: number; children: number };

/** Part of the submissions that only warms up. */
const warmUp = 0.2;
/** Parts of the samples whose medians are compared: right after the warm-up, and at the end. */
const window = 0.2;
/** How long an ended process may wait to be noticed by a worker that is busy, ms. */
const zombieMs = 5_000;
/** How long processes may take to go after the worker's end, ms. */
const goneMs = 10_000;
/** Fewer samples say nothing about growth. */
const minSamples = 20;

export type Growth = { fromMb: number; toMb: number; percent: number; descriptors: number };

/** Watches a worker's process: what it holds, and what it leaves behind. */
export class Watch {
  readonly #pid: number;
  readonly #samples: Sample[] = [];
  /** Every process that was ever seen below it, by id and start. */
  readonly #seen = new Map<string, number>();
  /** Ended processes that nobody has waited for yet, with the time at which they were first seen so. */
  readonly #zombiesSince = new Map<string, number>();
  readonly #zombies = new Set<string>();

  constructor(pid: number) {
    this.#pid = pid;
  }

  take(judged: number): Sample {
    const descendants = listDescendants(this.#pid);
    for (const { pid, startedAt, zombie } of descendants) {
      const key = `${pid} ${startedAt}`;
      this.#seen.set(key, pid);
      if (!zombie) continue;
      const since = this.#zombiesSince.get(key) ?? performance.now();
      this.#zombiesSince.set(key, since);
      if (performance.now() - since > zombieMs) this.#zombies.add(key);
    }
    const sample = {
      judged,
      residentMb: readResidentMb(this.#pid),
      descriptors: countDescriptors(this.#pid),
      children: descendants.length,
    };
    this.#samples.push(sample);
    return sample;
  }

  /** How much more it holds at the end than after its warm-up; `undefined` when too little was watched. */
  growth(): Growth | undefined {
    const { length } = this.#samples;
    if (length < minSamples) return undefined;
    const width = Math.ceil(length * window);
    const start = Math.floor(length * warmUp);
    const early = this.#samples.slice(start, start + width);
    const late = this.#samples.slice(-width);
    const [from, to] = [early, late].map((part) => median(part.map((one) => one.residentMb)));
    const [before, after] = [early, late].map((part) => median(part.map((one) => one.descriptors)));
    if (from === undefined || to === undefined) return undefined;
    return {
      fromMb: from,
      toMb: to,
      percent: (100 * (to - from)) / from,
      descriptors: (after ?? 0) - (before ?? 0),
    };
  }

  /** Processes that ended and that the worker never waited for. */
  get zombies(): number {
    return this.#zombies.size;
  }

  /** Processes that it started and that are still there, once no more of them go. Asked after its end. */
  async countLeftovers(): Promise<number> {
    const until = performance.now() + goneMs;
    for (;;) {
      const left = [...this.#seen].filter(([key, pid]) => {
        const now = readStat(pid);
        return now !== undefined && !now.zombie && `${pid} ${now.startedAt}` === key;
      });
      if (left.length === 0 || performance.now() > until) return left.length;
      await delay(50);
    }
  }
}

function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
