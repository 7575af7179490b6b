import type { ChallengeFigures, Figure } from '@assay/contracts/http';
import { FigureCell } from '#features/fairness/FigureCell.tsx';

const minuteMs = 60_000;

/** Half of the times used, with the middle one, beside what the challenge is planned for. */
export function TimeCell({
  time: { n, needed, quartiles },
  minutes,
}: {
  time: ChallengeFigures['time'];
  minutes: number;
}) {
  const figure: Figure = {
    n,
    needed,
    ...(quartiles && {
      estimate: {
        value: quartiles.median / minuteMs,
        low: quartiles.low / minuteMs,
        high: quartiles.high / minuteMs,
      },
    }),
  };
  const longest = Math.max(minutes, (quartiles?.high ?? 0) / minuteMs);
  const write = (value: number) => `${Math.round(value)} min`;
  return (
    <FigureCell figure={figure} scale={{ from: 0, to: longest * 1.2, write }} mark={minutes} />
  );
}
