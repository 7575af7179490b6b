import type { Figure } from '@assay/contracts/http';
import { describeFigure, type Scale } from './describeFigure.ts';
import classes from './IntervalPlot.module.css';

/** Where a figure stands on its scale: a dot, the interval around it, and a line at zero where there is less than zero. */
export function IntervalPlot({
  figure,
  scale,
  mark,
}: {
  figure: Figure;
  scale: Scale;
  /** A value that the figure is held against, drawn as a line. */
  mark?: number;
}) {
  const { estimate } = figure;
  const place = (value: number) => {
    const share = (value - scale.from) / (scale.to - scale.from);
    return `${Math.min(1, Math.max(0, share)) * 100}%`;
  };
  const line = mark ?? (scale.from < 0 ? 0 : undefined);
  return (
    <span
      className={classes.plot}
      role="img"
      aria-label={describeFigure(figure, scale)}
      data-silent={estimate === undefined || undefined}
    >
      {line === undefined ? null : <i className={classes.mark} style={{ left: place(line) }} />}
      {estimate?.low === undefined || estimate.high === undefined ? null : (
        <i
          className={classes.range}
          style={{
            left: place(estimate.low),
            right: `calc(100% - ${place(estimate.high)})`,
          }}
        />
      )}
      {estimate === undefined ? null : (
        <i className={classes.dot} style={{ left: place(estimate.value) }} />
      )}
    </span>
  );
}
