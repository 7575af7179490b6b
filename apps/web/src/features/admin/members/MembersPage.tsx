import type { Member } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { useMe } from '#features/session/useMe.ts';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { RemoveMemberDialog } from './RemoveMemberDialog.tsx';
import { roles } from './roles.ts';

const columns: Column<Member>[] = [
  { title: 'Name', cell: ({ name }) => <b>{name}</b> },
  { title: 'Email', look: ['soft'], cell: ({ email }) => email },
  {
    title: 'Role',
    cell: ({ role }) => (
      <>
        {roles[role].name}
        <div className={table.faint}>{roles[role].may}</div>
      </>
    ),
  },
];

/** Who works with this installation, and the way to add or remove somebody. */
export function MembersPage() {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member>();
  const me = useMe();
  const members = useQuery(api.admin.listMembers.queryOptions());
  const actions: Column<Member> = {
    title: 'Actions',
    isTitleHidden: true,
    look: ['end'],
    cell: (member) =>
      member.id === me.data?.id ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={`Remove ${member.name}`}
          onClick={() => setRemoving(member)}
        >
          Remove
        </Button>
      ),
  };
  return (
    <StaffPage
      title="Members"
      lead="People who invite, review and interview. Candidates are not members: their link is enough."
      action={
        <Button
          leftSection={<IconUserPlus size={16} stroke={1.7} />}
          onClick={() => setAdding(true)}
        >
          Add a member
        </Button>
      }
    >
      <FetchedList query={members} rows={members.data}>
        <StaffTable columns={[...columns, actions]} rows={members.data} keyOf={({ id }) => id} />
      </FetchedList>
      <AddMemberDialog opened={adding} onClose={() => setAdding(false)} />
      <RemoveMemberDialog member={removing} onClose={() => setRemoving(undefined)} />
    </StaffPage>
  );
}
