import type { MeasuredGroup } from '@assay/contracts/http';
import { fisherExact } from '#statistics/fisherExact.ts';
import { minimum } from '#statistics/minimum.ts';
import {
  fourFifths,
  isSmallSample,
  type Selection,
  selectionRatio,
  shiftedRatio,
} from '#statistics/selectionRatio.ts';
import { shareFigure } from './figures.ts';

/** Somebody about whom it was decided, and who answered a question. */
export type Declared = {
  key: string;
  answer: string;
  isSelected: boolean;
  /** From when on both the answer and the decision were there; times and days, as they sort. */
  since: string;
};

/**
 * The earliest of them, in a multiple of `step`: figures stand still until so many more are there. Counters looking at a
 * figure before and after one person has answered or was decided about.
 */
export function takeSteps(people: readonly Declared[], step: number): Declared[] {
  const inOrder = people.toSorted((a, b) =>
    a.since === b.since ? compare(a.key, b.key) : compare(a.since, b.since),
  );
  return inOrder.slice(0, Math.floor(inOrder.length / step) * step);
}

const compare = (a: string, b: string) => (a < b ? -1 : 1);

/** The shares of groups that go on, each beside the highest. Of groups with fewer than needed nothing is told. */
export function compareGroups(
  answers: readonly string[],
  people: readonly Declared[],
): MeasuredGroup[] {
  const counted = answers.map((answer) => {
    const group = people.filter((one) => one.answer === answer);
    return {
      answer,
      n: group.length,
      selected: group.filter(({ isSelected }) => isSelected).length,
    };
  });
  const told = counted.filter(({ n }) => n >= minimum.share);
  const highest = told.toSorted((a, b) => b.selected / b.n - a.selected / a.n)[0];
  return counted.map((group) => {
    if (highest === undefined || !told.includes(group))
      return { answer: group.answer, selected: { n: 0, needed: minimum.share } };
    const selected = shareFigure(group.selected, group.n);
    const isCompared = group !== highest && highest.selected > 0;
    return {
      answer: group.answer,
      selected,
      ...(isCompared && { comparison: compareWith(group, highest) }),
    };
  });
}

function compareWith(group: Selection, highest: Selection): MeasuredGroup['comparison'] {
  const { value, interval } = selectionRatio(group, highest);
  const isBelow = value < fourFifths;
  return {
    ratio: { value, ...interval },
    isBelow,
    isFragile: isBelow && shiftedRatio(group, highest) >= fourFifths,
    isSmall: isSmallSample(group, highest),
    chance: fisherExact(group.selected, group.n, highest.selected, highest.n),
  };
}
