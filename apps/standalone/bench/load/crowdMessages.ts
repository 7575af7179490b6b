import type { LoadCandidate, LoadSession } from './preparePeople.ts';

/** What candidates do, at which rates. A rate of 0 leaves it. */
export type Habits = {
  /** Keys a second of somebody who types, and the share of time in which they do. */
  keysPerSecond: number;
  typingShare: number;
  /** Between two runs of one candidate, s, on average; they come at random, independent of each other. */
  runEverySeconds: number;
  /** Of the runs, how many are of the hidden tests, as a submission. */
  submitShare: number;
  /** Between two looks at the attempt, s: what else a page asks for. */
  lookEverySeconds: number;
};

export type Wanted =
  | { do: 'connect'; candidates: LoadCandidate[] }
  | { do: 'join'; sessions: LoadSession[] }
  | { do: 'work'; habits: Habits; forMs: number; seed: number };

/** What a process of people measured, ms each, and how it fared itself. */
export type Worked = {
  keys: number[];
  runs: number[];
  calls: number[];
  /** Each kind of failure, and how often. */
  errors: Record<string, number>;
  /** Keys and runs that had no answer when the measuring ended. */
  unanswered: number;
  cpuMs: number;
  /** The share of time in which this process was busy, and how late its timers were at worst in 99 of 100 cases, ms. */
  busy: number;
  lateMs: number;
};
