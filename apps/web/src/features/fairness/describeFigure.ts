import type { Figure } from '@assay/contracts/http';

/** How a kind of figure is written, and between which values it lies. */
export type Scale = { from: number; to: number; write: (value: number) => string };

/** Shares, from 0 to 100 percent. */
export const shares: Scale = { from: 0, to: 1, write: (value) => `${Math.round(value * 100)} %` };

/** Correlations and agreement, from -1 to 1. */
export const relations: Scale = { from: -1, to: 1, write: (value) => signed(value, 2) };

/** Shares held against the highest of them, in percent of it; larger ones than one and a half stand at the end. */
export const ratios: Scale = { ...shares, to: 1.5 };

/** Differences of scores, which lie between 1 and 5; larger ones than two points stand at the end. */
export const points: Scale = {
  from: -2,
  to: 2,
  write: (value) => `${value > 0 ? '+' : ''}${signed(value, 1)}`,
};

/** With a true minus sign, as it stands in columns of numbers. */
function signed(value: number, digits: number): string {
  const written = Math.abs(value).toFixed(digits);
  return value < 0 && Number(written) !== 0 ? `−${written}` : written;
}

/** Why there is no estimate; nothing where there is one. */
export function describeSilence({ n, needed, estimate }: Figure): string | undefined {
  if (estimate !== undefined) return undefined;
  return n < needed ? `Too few to say: ${n} of ${needed}` : 'All the same: nothing to compare';
}

/** Between which figures the true one lies; nothing where that cannot be said. */
export function describeRange({ estimate }: Figure, { write }: Scale): string | undefined {
  if (estimate?.low === undefined || estimate.high === undefined) return undefined;
  return `${write(estimate.low)} to ${write(estimate.high)}`;
}

/** A figure in one sentence, for those who do not see the picture. */
export function describeFigure(figure: Figure, scale: Scale): string {
  const silence = describeSilence(figure);
  if (silence !== undefined || figure.estimate === undefined) return `${silence ?? ''}.`;
  const range = describeRange(figure, scale);
  return `${scale.write(figure.estimate.value)}${range ? `, between ${range}` : ''}, of ${figure.n}.`;
}
