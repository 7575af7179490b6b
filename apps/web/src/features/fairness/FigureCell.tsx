import type { Figure } from '@assay/contracts/http';
import { describeRange, describeSilence, type Scale } from './describeFigure.ts';
import classes from './FigureCell.module.css';
import { IntervalPlot } from './IntervalPlot.tsx';

/** A figure in a table: its picture, its value, the interval, and of how many it is. */
export function FigureCell({
  figure,
  scale,
  mark,
}: {
  figure: Figure;
  scale: Scale;
  mark?: number;
}) {
  const silence = describeSilence(figure);
  return (
    <div className={classes.cell}>
      <IntervalPlot figure={figure} scale={scale} {...(mark !== undefined && { mark })} />
      {figure.estimate === undefined ? (
        <span className={`${classes.silent} numbers`}>{silence}</span>
      ) : (
        <span className={`${classes.words} numbers`}>
          <b>{scale.write(figure.estimate.value)}</b>
          <span>{describeRange(figure, scale) ?? 'no interval'}</span>
          <span className={classes.count}>n {figure.n}</span>
        </span>
      )}
    </div>
  );
}
