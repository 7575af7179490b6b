import type { BaseRates, WorkOwner } from '@assay/contracts/http';

type Resemblance = { percent: number; shared: number; closer?: number | undefined };

/** Whose a work is, in a few words. */
export const nameOf = (owner: WorkOwner): string =>
  owner.kind === 'known' ? owner.name : owner.candidateName;

const pieces = (n: number): string => (n === 1 ? '1 piece' : `${n} pieces`);

/** How much two works share: of the smaller one's own code. */
export const describeShare = ({ percent, shared }: Resemblance): string =>
  `${percent} %, ${pieces(shared)}`;

/** How usual that is at this challenge; nothing where there are too few attempts to say. */
export function describeRank(
  { closer }: Resemblance,
  rates: BaseRates | undefined,
): string | undefined {
  if (closer === undefined || rates === undefined) return undefined;
  const others = closer === 0 ? 'none shares' : closer === 1 ? '1 shares' : `${closer} share`;
  return `Of ${rates.pairs} pairs of attempts, ${others} more.`;
}
