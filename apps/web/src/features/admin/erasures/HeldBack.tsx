import type { Hold } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';

const columns: Column<Hold>[] = [
  {
    title: 'Candidate',
    cell: ({ candidateId, candidateName }) => (
      <Link to={`/candidates/${candidateId}`}>{candidateName}</Link>
    ),
  },
  { title: 'Why', look: ['soft'], cell: ({ reason }) => reason },
  {
    title: 'Since',
    look: ['soft', 'tight', 'numbers'],
    cell: ({ at }) => new Date(at).toLocaleDateString([], { dateStyle: 'medium' }),
  },
  { title: 'By', look: ['soft', 'tight'], cell: ({ heldBy }) => heldBy ?? 'A former member' },
];

/** Candidates of whom nothing is erased. */
export function HeldBack() {
  const holds = useQuery(api.admin.listHolds.queryOptions());
  const [letting, setLetting] = useState<Hold>();
  const queries = useQueryClient();
  const release = useMutation(
    api.admin.releaseCandidate.mutationOptions({
      onSuccess: async () => {
        setLetting(undefined);
        await queries.invalidateQueries({ queryKey: api.admin.key() });
      },
    }),
  );
  const actions: Column<Hold> = {
    title: 'Actions',
    isTitleHidden: true,
    look: ['end'],
    cell: (row) => (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`Let ${row.candidateName} go`}
        onClick={() => setLetting(row)}
      >
        Let go
      </Button>
    ),
  };
  return (
    <>
      <FetchedList
        query={holds}
        rows={holds.data}
        empty={
          <Notice icon={<IconHandStop size={20} stroke={1.6} />} title="Nobody is held back">
            Where a law wants a candidate’s data kept, hold them back under Coming nights. Nothing
            of theirs is erased until somebody lets them go.
          </Notice>
        }
      >
        <StaffTable
          columns={[...columns, actions]}
          rows={holds.data}
          keyOf={({ candidateId }) => candidateId}
        />
      </FetchedList>
      <ConfirmDialog
        opened={letting !== undefined}
        onClose={() => setLetting(undefined)}
        title={`Let ${letting?.candidateName ?? ''} go?`}
        keep="Keep the hold"
        act="Let go"
        isActing={release.isPending}
        error={release.error}
        onAct={() => {
          if (letting) release.mutate({ candidateId: letting.candidateId });
        }}
      >
        What is due of them is erased in the next night. Why they were held back is forgotten.
      </ConfirmDialog>
    </>
  );
}
