import type { Cluster } from '#testing/Cluster.ts';
import type { Embedded } from '#chaos/system/Embedded.ts';
import type { Load } from '#chaos/load/Load.ts';

/** Where a fault strikes: an installation with people at work on it. */
export type Stage<System> = {
  system: System;
  load: Load;
  /** From 0 up to 1, the same for the same seed. */
  random: () => number;
  /** How long a fault that lasts is left as it is, ms. */
  lastsMs: number;
};

type Terms = {
  /** By which it is chosen on the command line. */
  name: string;
  title: string;
  /** Of the attempts that it strikes, when that matters. */
  minutes?: number;
  /** How often it strikes, unless that is said. */
  usually?: number;
  /** How long all of its strikes take, as a multiple of what others do: it is begun earlier. */
  takes?: number;
  /** Whether candidates must not meet an error, beyond a connection that comes back by itself. */
  unseen?: true;
};

type Strike<System> = {
  /** Does the damage, at a moment that it draws by lot. */
  inject(stage: Stage<System>): Promise<void>;
  /** Mends what an operator, or a supervisor, mends; resolves once that is done. */
  heal(stage: Stage<System>): Promise<void>;
  /** What else must hold once all is well again, said as what is wrong. */
  check?(stage: Stage<System>): Promise<string[]>;
};

/** One way in which an installation breaks: two APIs and two workers, or `npm start`. */
export type Fault =
  | (Terms & Strike<Cluster> & { on: 'cluster' })
  | (Terms &
      Strike<Embedded> & {
        on: 'embedded';
        /** What it strikes, where that is not as usual. */
        start?: () => Promise<Embedded>;
      });
