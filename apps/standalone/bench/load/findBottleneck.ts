import type { LoadReport, Step } from './runLoad.ts';

/** Above this share of its time a process of people is late with what it measures. */
const tooBusy = 0.75;
/** Timers that are later than this, ms, are in the figures. */
const tooLateMs = 20;
/** Above this share all cores are taken, and whoever takes them slows the others. */
const full = 0.95;
/** The people's share of a full machine from which the server's figures are theirs as well. */
const noticeable = 0.15;

/** What the figures of a step are limited by, where that is not the server alone; in words. */
export function findBottleneck(
  { worked, effort, measuredMs }: Step,
  cores: LoadReport['cores'],
): string | undefined {
  const share = effort.peopleCpu / (cores * 1_000);
  const stores = effort.stores && effort.stores.postgresCpuMs + effort.stores.redisCpuMs;
  const server = effort.apiCpu + effort.judgeCpu + ((stores ?? 0) * 1_000) / measuredMs;
  const others = effort.machineBusy - server / (cores * 1_000) - share;
  // First, since it makes the people's processes late as well.
  if (effort.machineBusy > full && others > noticeable)
    return `the machine: other programs took ${percent(others)} of it`;
  if (worked.busy > tooBusy || worked.lateMs > tooLateMs)
    return `the people’s processes, not the server: the busiest worked ${percent(worked.busy)} of its time, its timers were ${worked.lateMs.toFixed(0)} ms late`;
  if (effort.machineBusy > full && share > noticeable)
    return `the machine, of which the people took ${percent(share)}: the server alone would be faster`;
  return undefined;
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
