import { findBottleneck } from '../load/findBottleneck.ts';
import { percentile } from '../load/percentile.ts';
import type { LoadReport, Step } from '../load/runLoad.ts';
import type { UnitCosts } from './findUnitCosts.ts';
import { predictStep } from './predictStep.ts';
import type { Size } from './sizeFor.ts';

/** Costs, predictions beside measurements, and sizes, as a page of text. */
export function presentCapacity(
  report: LoadReport,
  costs: UnitCosts,
  sizing: UnitCosts,
  sizes: readonly Size[],
): string {
  return [
    'What one of each costs, CPU in ms of one core:',
    ...presentCosts(costs),
    '',
    'Simulated by these, and measured:',
    'candidates  figure              simulated   measured      error',
    ...report.steps
      .filter(({ kind }) => kind === 'working')
      .flatMap((step) => compare(step, report, costs)),
    '',
    ...(sizing === costs ? [] : ['Costs that machines are sized by:', ...presentCosts(sizing), '']),
    'Machines for so many candidates an hour, an hour each, with 95 of 100 runs waiting a second at most. Cores and memory are those of one installation:',
    'candidates  installations  APIs  connections  judge  PostgreSQL  Redis   runs/s    keys/s  wait p95  rows/s  commands/s  stored in an hour',
    ...sizes.map(presentSize),
  ].join('\n');
}

function presentCosts(costs: UnitCosts): string[] {
  const { keyCpuMs, callCpuMs, runApiCpuMs, runJudgeCpuMs, stores, connectionBytes } = costs;
  return [
    `  a key ${keyCpuMs.toFixed(2)}, a request ${callCpuMs.toFixed(2)}, a run ${runApiCpuMs.toFixed(1)} of the API and ${runJudgeCpuMs.toFixed(0)} of the judge`,
    ...(stores === undefined
      ? ['  with a database in the process of the API']
      : [
          `  of PostgreSQL for a key ${stores.keyCpuMs.toFixed(2)}, a request ${stores.callCpuMs.toFixed(2)}, a run ${stores.runCpuMs.toFixed(1)}; of Redis for a run ${stores.redisRunCpuMs.toFixed(1)}`,
        ]),
    ...(connectionBytes === undefined
      ? []
      : [
          `  a connection that is idle takes ${(connectionBytes / 1e3).toFixed(0)} KB of the API’s memory`,
        ]),
    `  a run alone takes ${percentile(costs.runsAlone, 0.5).toFixed(0)} ms (p50), ${percentile(costs.runsAlone, 0.95).toFixed(0)} ms (p95)`,
  ];
}

/** The figures of one step; and what limited it, where that was not the server, as then they say little. */
function compare(step: Step, report: LoadReport, costs: UnitCosts): string[] {
  const predicted = predictStep(step, report, costs, report.habits);
  const { worked, effort } = step;
  const count = (value: number, unit: string) =>
    Number.isFinite(value) ? `${value.toFixed(0)} ${unit}` : '–';
  const line = (name: string, simulated: number, measured: number, unit: string) =>
    [
      String(step.size).padStart(10),
      ` ${name}`.padEnd(20),
      count(simulated, unit).padStart(10),
      count(measured, unit).padStart(10),
      count((simulated / measured - 1) * 100, '%').padStart(10),
    ].join(' ');
  const limit = findBottleneck(step, report.cores);
  return [
    line('verdict p50', predicted.verdictP50, percentile(worked.runs, 0.5), 'ms'),
    line('verdict p95', predicted.verdictP95, percentile(worked.runs, 0.95), 'ms'),
    line('key saved p95', predicted.keyP95, percentile(worked.keys, 0.95), 'ms'),
    line('CPU of the API', predicted.apiCpu / 10, effort.apiCpu / 10, '%'),
    line('CPU of the judge', predicted.judgeCpu / 10, effort.judgeCpu / 10, '%'),
    ...(limit === undefined
      ? []
      : [`            not to be compared, as it was limited by ${limit}`]),
  ];
}

function presentSize(size: Size): string {
  const count = (value: number | undefined, digits = 0, unit = '') =>
    value === undefined ? '–' : `${value.toFixed(digits)}${unit}`;
  const gigabytes = (bytes: number | undefined) => count(bytes && bytes / 1e9, 1, ' GB');
  return [
    String(size.candidates).padStart(10),
    String(size.installations).padStart(14),
    String(size.apis).padStart(5),
    gigabytes(size.connectionBytes).padStart(12),
    String(size.judgeCores).padStart(6),
    count(size.postgresCores, 1).padStart(11),
    count(size.redisCores, 1).padStart(6),
    size.runsPerSecond.toFixed(1).padStart(8),
    size.keysPerSecond.toFixed(0).padStart(9),
    `${size.waitP95.toFixed(0)} ms`.padStart(9),
    count(size.rowsPerSecond).padStart(7),
    count(size.commandsPerSecond).padStart(11),
    gigabytes(size.storedBytes).padStart(18),
  ].join(' ');
}
