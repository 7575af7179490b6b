import { LiveState } from '@assay/contracts/live';
import { Button, SegmentedControl } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { useListFilters } from '#app/useListFilters.ts';
import { NewSessionDialog } from './NewSessionDialog.tsx';
import { SessionTable } from './SessionTable.tsx';

/** The live sessions of an interviewer, newest first, and the way to a new one. Filters are in the address bar. */
export function SessionsPage() {
  const { search, set, clear } = useListFilters();
  const state = LiveState.safeParse(search.get('state')).data;
  const submissionId = search.get('submission') ?? undefined;
  const isNew = search.has('new') || submissionId !== undefined;
  const sessions = useQuery(
    api.live.listSessions.queryOptions({
      input: { page: pageOf(search), ...(state && { state }) },
      placeholderData: keepPreviousData,
    }),
  );

  return (
    <StaffPage
      title="Live sessions"
      lead="Pair with a candidate in one editor and on one whiteboard."
      action={
        <Button
          leftSection={<IconUsers size={16} stroke={1.7} />}
          onClick={() => set('new', 'yes')}
        >
          Prepare a session
        </Button>
      }
    >
      <SegmentedControl
        mb={12}
        aria-label="State"
        data={[
          { value: '', label: 'All' },
          { value: 'prepared', label: 'Prepared' },
          { value: 'open', label: 'Going on' },
          { value: 'ended', label: 'Ended' },
        ]}
        value={state ?? ''}
        onChange={(value) => set('state', value)}
      />
      <FetchedList
        query={sessions}
        rows={sessions.data?.rows}
        empty={
          <Notice
            icon={<IconUsers size={20} stroke={1.6} />}
            title={state === undefined ? 'No live sessions yet' : 'No such sessions'}
            actions={
              state === undefined
                ? [{ label: 'Prepare a session', onClick: () => set('new', 'yes') }]
                : [{ label: 'Show all', onClick: clear }]
            }
          >
            In a live session you and a candidate work in one editor and on one whiteboard. You
            prepare it unseen, and let people in when you are ready.
          </Notice>
        }
      >
        <SessionTable rows={sessions.data?.rows} />
      </FetchedList>
      {sessions.data ? <Pager {...sessions.data} /> : null}
      <NewSessionDialog
        opened={isNew}
        submissionId={submissionId}
        suggested={search.get('title') ?? ''}
        candidate={search.get('candidate') ?? ''}
        onClose={clear}
      />
    </StaffPage>
  );
}
