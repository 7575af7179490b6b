import type { MeasuredGroup } from '@assay/contracts/http';

/** What a ratio of shares amounts to, with what small groups make of it. */
export function describeComparison({
  isBelow,
  isFragile,
  isSmall,
  chance,
}: NonNullable<MeasuredGroup['comparison']>): string {
  const likely = chance < 0.01 ? 'under 1 %' : `${Math.round(chance * 100)} %`;
  return [
    isBelow ? 'Below four fifths.' : 'Not below four fifths.',
    `By chance alone a difference as great comes about in ${likely} of cases.`,
    isFragile ? 'One decision would take it to the other side.' : '',
    isSmall ? 'Too small a group for the ratio alone to say anything.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
