import { memoryOfOneMore } from '../load/memoryOfOneMore.ts';
import { percentile } from '../load/percentile.ts';
import type { LoadReport, Step, StepKind } from '../load/runLoad.ts';

/** What one of each costs, as a load measured it. CPU in ms of one core. */
export type UnitCosts = {
  /** Of the API's processes. */
  keyCpuMs: number;
  callCpuMs: number;
  /** Of the API for a run with its three requests, and of worker and runner. */
  runApiCpuMs: number;
  runJudgeCpuMs: number;
  /** From the press of the button to the verdict where hardly anybody waits, ms: each that was measured. */
  runsAlone: number[];
  /** Until a key is saved where hardly anybody types, ms. */
  keyAloneMs: number;
  /** What an API's process grows by for one more that is only connected, bytes; nothing where that was not measured. */
  connectionBytes: number | undefined;
  /** Of PostgreSQL and Redis, where they were servers of their own. */
  stores:
    | {
        /** CPU of PostgreSQL, ms of one core. */
        keyCpuMs: number;
        callCpuMs: number;
        runCpuMs: number;
        redisRunCpuMs: number;
        rowsPerKey: number;
        rowsPerRun: number;
        commandsPerRun: number;
        bytesPerKey: number;
        bytesPerRun: number;
      }
    | undefined;
};

/** Reads the costs from the steps in which people did one thing alone. Throws where the load had none. */
export function findUnitCosts({ steps }: LoadReport): UnitCosts {
  const [typing, calling, running] = [
    findStep(steps, 'typing'),
    findStep(steps, 'calling'),
    findStep(steps, 'running'),
  ];
  const each = (cpu: number, step: Step, count: number) => (cpu * step.measuredMs) / 1_000 / count;
  const { keys } = typing.worked;
  const { runs } = running.worked;
  const stores = typing.effort.stores &&
    calling.effort.stores &&
    running.effort.stores && {
      keyCpuMs: typing.effort.stores.postgresCpuMs / keys.length,
      callCpuMs: calling.effort.stores.postgresCpuMs / calling.worked.calls.length,
      runCpuMs: running.effort.stores.postgresCpuMs / runs.length,
      redisRunCpuMs: running.effort.stores.redisCpuMs / runs.length,
      rowsPerKey: typing.effort.stores.rows / keys.length,
      rowsPerRun: running.effort.stores.rows / runs.length,
      commandsPerRun: running.effort.stores.commands / runs.length,
      bytesPerKey: typing.effort.stores.bytes / keys.length,
      bytesPerRun: running.effort.stores.bytes / runs.length,
    };
  return {
    keyCpuMs: each(typing.effort.apiCpu, typing, keys.length),
    callCpuMs: each(calling.effort.apiCpu, calling, calling.worked.calls.length),
    runApiCpuMs: each(running.effort.apiCpu, running, runs.length),
    runJudgeCpuMs: each(running.effort.judgeCpu, running, runs.length),
    runsAlone: runs,
    keyAloneMs: percentile(keys, 0.5),
    connectionBytes: memoryOfOneMore(steps, 'idle'),
    stores,
  };
}

function findStep(steps: readonly Step[], kind: StepKind): Step {
  const step = steps.find((one) => one.kind === kind);
  if (step === undefined)
    throw new Error(
      'This load did not measure what one of each costs: run it with "costs" in --only.',
    );
  return step;
}
