import { Button } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { SearchField } from '#app/SearchField.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { useListFilters } from '#app/useListFilters.ts';
import { AssessmentTable } from './AssessmentTable.tsx';

/** The assessments that candidates can be invited to, each in its newest version. */
export function AssessmentsPage() {
  const navigate = useNavigate();
  const filters = useListFilters();
  const { words, clear } = filters;
  const assessments = useQuery(api.admin.listAssessments.queryOptions());
  const wanted = words.toLowerCase();
  const rows = assessments.data?.filter(({ title, role, challenges }) =>
    [title, role ?? '', ...challenges.map((challenge) => challenge.title)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <StaffPage
      title="Assessments"
      lead="What candidates are invited to. The first invitation locks a version, so that all who get it are asked the same; a change makes the next one."
      action={
        <Button
          component={Link}
          to="/admin/assessments/new"
          leftSection={<IconPlus size={16} stroke={1.7} />}
        >
          New assessment
        </Button>
      }
    >
      <SearchField mb={12} maw={320} by="title, role or challenge" filters={filters} />
      <FetchedList
        query={assessments}
        rows={rows}
        empty={
          <Notice
            icon={<IconChecklist size={20} stroke={1.6} />}
            title={words === '' ? 'No assessments yet' : 'No assessment has these words'}
            actions={
              words === ''
                ? [
                    {
                      label: 'New assessment',
                      onClick: () => void navigate('/admin/assessments/new'),
                    },
                  ]
                : [{ label: 'Show all', onClick: clear }]
            }
          >
            An assessment says what candidates are asked, in how much time, with which help, and how
            their work is reviewed. You invite people to it.
          </Notice>
        }
      >
        <AssessmentTable rows={rows} />
      </FetchedList>
    </StaffPage>
  );
}
