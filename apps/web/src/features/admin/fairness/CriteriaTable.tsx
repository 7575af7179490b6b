import type { MeasuredCriterion } from '@assay/contracts/http';
import { IconUsers } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { relations, type Scale, shares } from '#features/fairness/describeFigure.ts';
import { FigureCell } from '#features/fairness/FigureCell.tsx';
import classes from './CriteriaTable.module.css';
import { FairnessSection } from './FairnessSection.tsx';

const figure = (
  title: string,
  field: 'agreement' | 'same' | 'near',
  scale: Scale,
): Column<MeasuredCriterion> => ({
  title,
  className: classes.figure,
  cell: (row) => <FigureCell figure={row[field]} scale={scale} />,
});

const columns: Column<MeasuredCriterion>[] = [
  {
    title: 'Criterion',
    cell: ({ source, subjectTitle, criterionTitle }) => (
      <>
        <b>{criterionTitle}</b>
        <div className={table.soft}>
          {source === 'session' ? `Live sessions: ${subjectTitle}` : subjectTitle}
        </div>
      </>
    ),
  },
  figure('Agreement', 'agreement', relations),
  figure('All gave the same score', 'same', shares),
  figure('At most a point apart', 'near', shares),
];

/** How far independent people agree by each criterion, those on which they agree least first. */
export function CriteriaTable({
  query,
  criteria,
}: {
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
  criteria: MeasuredCriterion[] | undefined;
}) {
  return (
    <FairnessSection
      title="Criteria"
      reading="Of works that two or more people reviewed on their own, and of interviews, checks and live sessions with two or more scorecards. Agreement is the intraclass correlation ICC(1): 1 when reviewers always give the same score, about 0 when scores follow the reviewer and not the work. It is low, too, where all works are alike; then look at how many got the same score. A criterion of low agreement needs clearer anchors, or a talk about examples."
    >
      <FetchedList
        query={query}
        rows={criteria}
        empty={
          <Notice
            icon={<IconUsers size={20} stroke={1.6} />}
            title="No work has two reviews yet"
            order={3}
          >
            Agreement needs works that several people reviewed on their own. An assessment asks for
            that in its review rule. Agreement is told from 20 such works on, shares from 10.
          </Notice>
        }
      >
        <StaffTable
          columns={columns}
          rows={criteria}
          keyOf={({ source, subject, criterion }) => `${source} ${subject} ${criterion}`}
        />
      </FetchedList>
    </FairnessSection>
  );
}
