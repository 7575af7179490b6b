import { describeComparison } from '@assay/contracts/verdict';
import { indent, printable } from '#terminal/printable.ts';
import { style } from '#terminal/style.ts';
import type { Rejudged } from './rejudgeSubmission.ts';

const marks = {
  same: style('green', '✓'),
  different: style('red', '✗'),
  cannot: style('yellow', '?'),
};

/** One submission with what judging it once more showed. */
export function presentRejudged(rejudged: Rejudged): string {
  const { id, challenge, suite, createdAt, hallmark, comparison } = rejudged;
  const [answer = '', ...more] = describeComparison(comparison);
  const about = [hallmark, challenge, suite, createdAt].filter(Boolean).join(', ');
  const lines = more.map((line) => `${indent(printable(line), '      ')}\n`);
  return [`  ${marks[comparison.outcome]} ${id} ${answer} ${style('dim', about)}\n`, ...lines].join(
    '',
  );
}

export function presentSummary(results: readonly Rejudged[]): string {
  const count = (outcome: Rejudged['comparison']['outcome']) =>
    results.filter(({ comparison }) => comparison.outcome === outcome).length;
  const [same, different, cannot] = [count('same'), count('different'), count('cannot')];
  const text = `${same} the same, ${different} different, ${cannot} that cannot be compared.`;
  return `\n${style(different > 0 ? 'red' : cannot > 0 ? 'yellow' : 'green', text)}\n`;
}
