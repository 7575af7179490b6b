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
  { worked, effort }: Step,
  cores: LoadReport['cores'],
): string | undefined {
  if (worked.busy > tooBusy || worked.lateMs > tooLateMs)
    return `the people’s processes, not the server: the busiest worked ${percent(worked.busy)} of its time, its timers were ${worked.lateMs.toFixed(0)} ms late`;
  const share = effort.peopleCpu / (cores * 1_000);
  const others = effort.machineBusy - (effort.apiCpu + effort.judgeCpu) / (cores * 1_000) - share;
  if (effort.machineBusy > full && others > noticeable)
    return `the machine: other programs took ${percent(others)} of it`;
  if (effort.machineBusy > full && share > noticeable)
    return `the machine, of which the people took ${percent(share)}: the server alone would be faster`;
  return undefined;
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
