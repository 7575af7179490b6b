import type { MeasuredTest } from '@assay/contracts/http';
import { IconEye } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { NoticeFrame } from '#app/NoticeFrame.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import { relations, type Scale, shares } from '#features/fairness/describeFigure.ts';
import { FigureCell } from '#features/fairness/FigureCell.tsx';
import { describeRemark } from './describeRemark.ts';
import classes from './MeasuredTests.module.css';

const figure = (
  title: string,
  field: 'passed' | 'discrimination' | 'notReached',
  scale: Scale,
): Column<MeasuredTest> => ({
  title,
  className: classes.figure,
  cell: (test) => <FigureCell figure={test[field]} scale={scale} />,
});

const columns: Column<MeasuredTest>[] = [
  {
    title: 'Hidden test',
    className: classes.name,
    cell: ({ name, remark }) => (
      <>
        {name}
        {remark ? (
          <span>
            <IconEye size={14} stroke={1.7} aria-hidden="true" />
            {describeRemark(remark)}
          </span>
        ) : null}
      </>
    ),
  },
  figure('Passes', 'passed', shares),
  figure('Tells apart', 'discrimination', relations),
  figure('Run ended before it', 'notReached', shares),
];

/** The hidden tests, those first that are worth a look. */
export function MeasuredTests({ tests }: { tests: MeasuredTest[] }) {
  if (tests.length === 0) {
    return (
      <NoticeFrame>
        <Notice title="No run has come to a hidden test yet">
          What was handed in was not judged, or did not compile.
        </Notice>
      </NoticeFrame>
    );
  }
  return (
    <>
      <StaffTable columns={columns} rows={tests} keyOf={({ name }) => name} />
      <p className={classes.reading}>
        A dot is what was counted, the bar around it where the true figure lies with 95 %
        confidence. “Tells apart” is the correlation of passing this test with the share of the
        other hidden tests that pass, of runs that came to their end: above 0.2 those who pass it do
        better elsewhere, too. None of it says that a test is wrong; it says which one to read
        again.
      </p>
    </>
  );
}
