import { setTimeout as delay } from 'node:timers/promises';
import { compareWithDatabase, type Findings } from '#chaos/load/compareWithDatabase.ts';
import { Load } from '#chaos/load/Load.ts';
import type { Stage } from './Fault.ts';
import { seededRandom } from './seededRandom.ts';
import type { Browser } from '#testing/Browser.ts';
import type { Database } from '@assay/db';

/** Of attempts whose length does not matter: longer than any run of this. */
const usualMinutes = 720;
/** A fault strikes this long after people are at work, ms, at most. */
const momentMs = 1_000;

export type Outcome = Findings & {
  name: string;
  title: string;
  repeats: number;
  /** Of which one took so long, s. */
  repeatS: number;
  keys: number;
  submissions: number;
  /** People who did not get on with their work. */
  stuck: number;
  /** Errors that candidates saw, which is part of what is wrong only where none may be seen. */
  errors: string[];
};

/** What of a fault does not depend on where it strikes, and the place where it does. */
type Struck<System> = {
  fault: {
    name: string;
    title: string;
    minutes?: number;
    unseen?: true;
    inject(stage: Stage<System>): Promise<void>;
    heal(stage: Stage<System>): Promise<void>;
    check?(stage: Stage<System>): Promise<string[]>;
  };
  system: System;
  admin: Browser;
  /** Reads the database once all has come to rest. */
  read: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
};

/** Strikes so often under load, lets everybody come to rest, and holds what they were told against the database. */
export async function runFault<System>(
  { fault, system, admin, read }: Struck<System>,
  options: {
    repeats: number;
    candidates: number;
    lastsMs: number;
    seed: number;
    /** Aborted when nothing new is to be struck. */
    signal: AbortSignal;
    onRepeat: (repeat: number) => void;
  },
): Promise<Outcome> {
  const { repeats, candidates, lastsMs } = options;
  const { name, title, minutes = usualMinutes } = fault;
  const random = seededRandom(options.seed);
  const load = await Load.start(admin, { candidates, minutes, random });
  const stage = { system, load, random, lastsMs };
  let stuck = await load.recover();
  // Strikes go on while some still wait for what the one before held up, and all are waited for in the end.
  const enough = Math.ceil(candidates / 2);
  const from = performance.now();
  let done = 0;
  const wrong: string[] = [];
  for (; done < repeats && stuck === 0 && !options.signal.aborted; done += 1) {
    const back = await load.leave(random);
    load.hurry();
    await delay(random() * momentMs);
    await fault.inject(stage);
    await fault.heal(stage);
    const isBack = await back().then(
      () => true,
      () => false,
    );
    stuck = isBack ? await load.recover(enough) : 1;
    wrong.push(...((await fault.check?.(stage)) ?? []));
    options.onRepeat(done + 1);
  }
  const repeatS = (performance.now() - from) / 1_000 / Math.max(1, done);
  stuck = Math.max(stuck, await load.stop());
  const findings = await read((db) => compareWithDatabase(db, load, minutes));
  const sum = (count: (one: Load['candidates'][number]) => number) =>
    load.candidates.reduce((total, one) => total + count(one), 0);
  const errors = load.candidates.flatMap((one) => one.errors);
  return {
    ...findings,
    wrong: [...findings.wrong, ...wrong, ...(fault.unseen ? errors : [])],
    name,
    title,
    repeats: done,
    repeatS,
    keys: sum((one) => one.keys),
    submissions: sum((one) => one.acknowledged.length),
    stuck,
    errors,
  };
}
