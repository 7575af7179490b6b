import { percentile } from '../load/percentile.ts';
import type { LoadReport, Step } from '../load/runLoad.ts';
import type { UnitCosts } from './findUnitCosts.ts';
import { predictStep } from './predictStep.ts';
import type { Size } from './sizeFor.ts';

/** Costs, predictions beside measurements, and sizes, as a page of text. */
export function presentCapacity(
  report: LoadReport,
  costs: UnitCosts,
  sizes: readonly Size[],
): string {
  return [
    'What one of each costs, CPU in ms of one core:',
    `  a key ${costs.keyCpuMs.toFixed(2)}, a request ${costs.callCpuMs.toFixed(2)}, a run ${costs.runApiCpuMs.toFixed(1)} of the API and ${costs.runJudgeCpuMs.toFixed(0)} of the judge`,
    `  a run alone takes ${percentile(costs.runsAlone, 0.5).toFixed(0)} ms (p50), ${percentile(costs.runsAlone, 0.95).toFixed(0)} ms (p95)`,
    '',
    'Simulated by these, and measured:',
    'candidates  figure              simulated   measured      error',
    ...report.steps
      .filter(({ kind }) => kind === 'working')
      .flatMap((step) => compare(step, report, costs)),
    '',
    'Machines for so many candidates an hour, an hour each, with 95 of 100 runs waiting a second at most:',
    'candidates  installations  APIs in each  judge cores in each   runs/s    keys/s  wait p95  rows/s  Redis/s  stored in an hour',
    ...sizes.map(presentSize),
  ].join('\n');
}

function compare(step: Step, report: LoadReport, costs: UnitCosts): string[] {
  const predicted = predictStep(step, report, costs, report.habits);
  const { worked, effort } = step;
  const line = (name: string, simulated: number, measured: number, unit: string) =>
    [
      String(step.size).padStart(10),
      ` ${name}`.padEnd(20),
      `${simulated.toFixed(0)} ${unit}`.padStart(10),
      `${measured.toFixed(0)} ${unit}`.padStart(10),
      `${((simulated / measured - 1) * 100).toFixed(0)} %`.padStart(10),
    ].join(' ');
  return [
    line('verdict p50', predicted.verdictP50, percentile(worked.runs, 0.5), 'ms'),
    line('verdict p95', predicted.verdictP95, percentile(worked.runs, 0.95), 'ms'),
    line('key saved p95', predicted.keyP95, percentile(worked.keys, 0.95), 'ms'),
    line('CPU of the API', predicted.apiCpu / 10, effort.apiCpu / 10, '%'),
    line('CPU of the judge', predicted.judgeCpu / 10, effort.judgeCpu / 10, '%'),
  ];
}

function presentSize(size: Size): string {
  const count = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(0));
  return [
    String(size.candidates).padStart(10),
    String(size.installations).padStart(14),
    String(size.apis).padStart(13),
    String(size.judgeCores).padStart(20),
    size.runsPerSecond.toFixed(1).padStart(8),
    size.keysPerSecond.toFixed(0).padStart(9),
    `${size.waitP95.toFixed(0)} ms`.padStart(9),
    count(size.rowsPerSecond).padStart(7),
    count(size.commandsPerSecond).padStart(8),
    (size.storedBytes === undefined ? '–' : `${(size.storedBytes / 1e9).toFixed(1)} GB`).padStart(
      18,
    ),
  ].join(' ');
}
