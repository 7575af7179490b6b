import { type GroupFigures, type MeasuredGroup, wordingOf } from '@assay/contracts/http';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { ratios, shares } from '#features/fairness/describeFigure.ts';
import { FigureCell } from '#features/fairness/FigureCell.tsx';
import classes from './CriteriaTable.module.css';
import { describeComparison } from './describeComparison.ts';
import { FairnessSection } from './FairnessSection.tsx';

type Question = GroupFigures['questions'][number];
type Row = MeasuredGroup & Pick<Question, 'question'> & { isFirst: boolean };

const columns: Column<Row>[] = [
  {
    title: 'Group',
    className: classes.name,
    cell: ({ question, answer, isFirst }) => (
      <>
        {isFirst ? <div className={table.soft}>{wordingOf(question).title}</div> : null}
        <b>{wordingOf(question).answers[answer]}</b>
      </>
    ),
  },
  {
    title: 'Goes on',
    className: classes.figure,
    cell: ({ selected }) =>
      selected.estimate === undefined ? (
        <span className={table.faint}>Fewer than {selected.needed}</span>
      ) : (
        <FigureCell figure={selected} scale={shares} />
      ),
  },
  {
    title: 'Of the highest share',
    className: classes.figure,
    cell: ({ selected, comparison }) =>
      comparison === undefined ? null : (
        <FigureCell
          figure={{ ...selected, estimate: comparison.ratio }}
          scale={ratios}
          mark={0.8}
        />
      ),
  },
  {
    title: 'In words',
    look: ['soft'],
    cell: ({ comparison }) => (comparison === undefined ? '' : describeComparison(comparison)),
  },
];

/** Whether groups of candidates go on equally often, by what they said of themselves. */
export function GroupsTable() {
  const figures = useQuery(api.fairness.getGroupFigures.queryOptions());
  const rows = figures.data?.questions.flatMap(({ question, groups }) =>
    groups.map((group, index) => ({ ...group, question, isFirst: index === 0 })),
  );
  return (
    <FairnessSection
      title="Groups"
      reading={`Of candidates who said something of themselves after handing in, and about whom it was decided; whoever is on hold does not count. Who said what nobody sees. A group is told from 10 people on, and counting goes on in steps of ${figures.data?.step ?? 5}, so that nobody sees what one more person changed. The line stands at four fifths of the highest share: below it look for the reason, which may lie in the test, in the reviews, in where you looked, or in chance.`}
    >
      <FetchedList
        query={figures}
        rows={rows}
        empty={
          <Notice
            icon={<IconUsersGroup size={20} stroke={1.6} />}
            title="Candidates are asked nothing about themselves here"
            order={3}
          >
            Whoever runs this installation chooses the questions, by{' '}
            <code>ASSAY_GROUP_QUESTIONS</code>.
          </Notice>
        }
      >
        <StaffTable
          columns={columns}
          rows={rows}
          keyOf={({ question, answer }) => `${question} ${answer}`}
        />
      </FetchedList>
    </FairnessSection>
  );
}
