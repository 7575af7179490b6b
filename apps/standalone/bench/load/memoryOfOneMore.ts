import type { Step, StepKind } from './runLoad.ts';

/**
 * What the API's processes grew by for each that came more in the last step of a kind than in the first, bytes. With
 * one step alone, since before it: then what a process takes for its first work of a kind is in it as well.
 */
export function memoryOfOneMore(steps: readonly Step[], kind: StepKind): number | undefined {
  const all = steps.filter((step) => step.kind === kind);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [before, sizeBefore] = first === last ? [first.rssBefore, 0] : [first.rssAfter, first.size];
  return (last.rssAfter - before) / (last.size - sizeBefore);
}
