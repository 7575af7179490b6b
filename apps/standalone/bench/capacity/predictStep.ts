import type { Habits } from '../load/crowdMessages.ts';
import { percentile } from '../load/percentile.ts';
import type { LoadReport, Step } from '../load/runLoad.ts';
import type { UnitCosts } from './findUnitCosts.ts';
import { always, oneOf, simulate } from './simulate.ts';

/** Simulated, s: long enough that the figures hardly depend on the seed. */
const seconds = 180;
const warmUpSeconds = 30;

export type Prediction = {
  verdictP50: number;
  verdictP95: number;
  keyP95: number;
  /** CPU of the API and of the judge, ms of one core in each second. */
  apiCpu: number;
  judgeCpu: number;
};

/**
 * What a step of a load should measure on one machine, by the costs of steps in which people did one thing alone: the
 * API serves one thing at a time, the judge so many, a runner is replaced after each run, and all share the cores that
 * people and other programs leave them. Nothing of the step itself is used but its size and what those took.
 */
export function predictStep(
  { size, effort }: Pick<Step, 'size' | 'effort'>,
  { cores, judges }: Pick<LoadReport, 'cores' | 'judges'>,
  costs: UnitCosts,
  habits: Habits,
): Prediction {
  const taken = effort.machineBusy * cores * 1_000 - effort.apiCpu - effort.judgeCpu;
  const perSecond = demandOf(size, habits);
  const runMs = percentile(costs.runsAlone, 0.5);
  // What is not on the way to the verdict is the start of the next runner.
  const restMs = Math.max(0, costs.runJudgeCpuMs - runMs);
  const { responses, used } = simulate({
    seed: 1,
    stations: { api: 1, judge: judges, runners: judges },
    cores: Math.max(0.1, cores - taken / 1_000),
    demands: [
      {
        name: 'key',
        perSecond: perSecond.keys,
        visits: [{ station: 'api', service: always(costs.keyCpuMs) }],
      },
      {
        name: 'call',
        perSecond: perSecond.calls,
        visits: [{ station: 'api', service: always(costs.callCpuMs) }],
      },
      {
        name: 'run',
        perSecond: perSecond.runs,
        visits: [
          { station: 'api', service: always(costs.runApiCpuMs) },
          { station: 'judge', service: oneOf(costs.runsAlone) },
        ],
      },
      {
        name: 'runner',
        perSecond: perSecond.runs,
        visits: [{ station: 'runners', service: always(restMs) }],
      },
    ],
    seconds,
    warmUpSeconds,
  });
  const { run = [], key = [] } = responses;
  return {
    verdictP50: percentile(run, 0.5),
    verdictP95: percentile(run, 0.95),
    keyP95: costs.keyAloneMs + percentile(key, 0.95),
    apiCpu: (used.api ?? 0) * 1_000,
    judgeCpu: perSecond.runs * costs.runJudgeCpuMs,
  };
}

/** What so many candidates ask for, a second. */
export function demandOf(
  candidates: number,
  { keysPerSecond, typingShare, runEverySeconds, lookEverySeconds }: Habits,
): { keys: number; calls: number; runs: number } {
  return {
    keys: candidates * keysPerSecond * typingShare,
    calls: candidates / lookEverySeconds,
    runs: candidates / runEverySeconds,
  };
}
