import { findBottleneck } from './findBottleneck.ts';
import { memoryOfOneMore } from './memoryOfOneMore.ts';
import { percentile } from './percentile.ts';
import type { LoadReport, Step } from './runLoad.ts';

/** The report as a page of text: a line for each step, what limited it, and how it grew. */
export function presentLoad(report: LoadReport): string {
  const { cores, judges, steps } = report;
  const lines = [
    `${cores} cores, ${judges} runs at one time. Times in ms: p50 / p95 / p99. A key’s time is until it is said to be saved, with the 100 ms for which the editor gathers keys (none in sessions). CPU in % of one core.`,
    '',
    'people               keys     key saved          runs  run to verdict        calls  API call         errors  open  API CPU  judge  people  machine    memory',
    ...steps.map((step) => presentStep(step)),
    '',
    ...steps.flatMap((step) => {
      const limit = findBottleneck(step, cores);
      return limit === undefined ? [] : [`${nameOf(step)}: limited by ${limit}.`];
    }),
    ...steps.flatMap((step) =>
      Object.entries(step.worked.errors).map(
        ([error, count]) => `${nameOf(step)}: ${count} × ${error}`,
      ),
    ),
    ...presentGrowth(steps),
  ];
  return lines.join('\n');
}

const nameOf = ({ kind, size }: Step) => `${size} ${kind}`;
const perCore = (ms: number) => `${(ms / 10).toFixed(0)}`.padStart(6);

/** A step in one line. */
export function presentStep(step: Step): string {
  const { worked, effort } = step;
  const errors = Object.values(worked.errors).reduce((sum, count) => sum + count, 0);
  return [
    nameOf(step).padEnd(16),
    String(worked.keys.length).padStart(8),
    times(worked.keys),
    String(worked.runs.length).padStart(6),
    times(worked.runs),
    String(worked.calls.length).padStart(8),
    times(worked.calls),
    String(errors).padStart(6),
    String(worked.unanswered).padStart(5),
    perCore(effort.apiCpu),
    perCore(effort.judgeCpu),
    perCore(effort.peopleCpu),
    `${(effort.machineBusy * 100).toFixed(0)} %`.padStart(7),
    `${(step.rssAfter / 1e6).toFixed(0)} MB`.padStart(9),
  ].join(' ');
}

function times(values: readonly number[]): string {
  if (values.length === 0) return '–'.padStart(18);
  return [0.5, 0.95, 0.99]
    .map((share) => percentile(values, share).toFixed(0))
    .join(' / ')
    .padStart(18);
}

/** The last step of each kind against its first, and what each that came more takes in memory. */
function presentGrowth(steps: readonly Step[]): string[] {
  return (['working', 'pairs', 'idle'] as const).flatMap((kind) => {
    const all = steps.filter((step) => step.kind === kind);
    const [first, last] = [all[0], all.at(-1)];
    const memory = memoryOfOneMore(steps, kind);
    if (first === undefined || last === undefined || memory === undefined) return [];
    const each = `${(memory / 1e3).toFixed(0)} KB of the API’s memory for each`;
    if (first === last) return [`${first.size} ${kind}: ${each}, with what the first ones take.`];
    const grew = (name: string, value: (step: Step) => number) => {
      const factor = value(last) / value(first);
      return Number.isFinite(factor) ? [`${name} × ${factor.toFixed(1)}`] : [];
    };
    const figures = [
      ...grew('key p95', ({ worked }) => percentile(worked.keys, 0.95)),
      ...grew('verdict p95', ({ worked }) => percentile(worked.runs, 0.95)),
      ...grew('API p95', ({ worked }) => percentile(worked.calls, 0.95)),
      ...grew('API CPU', ({ effort }) => effort.apiCpu),
      each,
    ];
    return [`From ${first.size} to ${last.size} ${kind}: ${figures.join(', ')} that came more.`];
  });
}
