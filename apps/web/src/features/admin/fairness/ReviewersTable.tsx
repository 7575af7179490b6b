import type { MeasuredReviewer } from '@assay/contracts/http';
import { IconScale } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { points } from '#features/fairness/describeFigure.ts';
import { FigureCell } from '#features/fairness/FigureCell.tsx';
import { describeDifference } from './describeDifference.ts';
import { FairnessSection } from './FairnessSection.tsx';
import classes from './ReviewersTable.module.css';

const columns: Column<MeasuredReviewer>[] = [
  {
    title: 'Who',
    cell: ({ name, of }) => (
      <>
        <b>{name}</b>
        <div className={table.soft}>{of === 'reviews' ? 'In reviews' : 'In interviews'}</div>
      </>
    ),
  },
  {
    title: 'Points from the others’ median',
    className: classes.figure,
    cell: ({ difference }) => <FigureCell figure={difference} scale={points} />,
  },
  { title: 'In words', look: ['soft'], cell: ({ difference }) => describeDifference(difference) },
];

/** How the scores of each reviewer lie to those of the others on the same work, by name. */
export function ReviewersTable({
  query,
  reviewers,
}: {
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
  reviewers: MeasuredReviewer[] | undefined;
}) {
  return (
    <FairnessSection
      title="Reviewers and interviewers"
      reading="For each work that others reviewed, and each interview that others filled a scorecard of, too: somebody’s score less the median of the others’, the mean over the criteria. A difference is neither a fault nor a merit: somebody has to be the stricter one, and nobody knows the right score. It matters where two candidates for one place had different reviewers. Neither reviewers nor interviewers see this page."
    >
      <FetchedList
        query={query}
        rows={reviewers}
        empty={
          <Notice
            icon={<IconScale size={20} stroke={1.6} />}
            title="Nobody has reviewed a work that somebody else did, too"
            order={3}
          >
            A difference is told from 10 such works on.
          </Notice>
        }
      >
        <StaffTable
          columns={columns}
          rows={reviewers}
          keyOf={({ reviewerId, of }) => `${reviewerId} ${of}`}
        />
      </FetchedList>
    </FairnessSection>
  );
}
