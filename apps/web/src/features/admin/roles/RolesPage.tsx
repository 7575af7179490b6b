import type { RoleRow } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { formatAgo } from '#app/formatAge.ts';
import { Notice } from '#app/Notice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { levelNames } from '#features/attempt/lobby/levels.ts';

const columns: Column<RoleRow>[] = [
  {
    title: 'Role',
    cell: ({ id, title, organisation }) => (
      <>
        <Link to={`/admin/roles/${id}`}>{title}</Link>
        <div className={table.faint}>{organisation}</div>
      </>
    ),
  },
  { title: 'Level', look: ['soft'], cell: ({ level }) => levelNames[level] },
  { title: 'Must have', look: ['soft'], cell: ({ musts }) => musts.join(', ') },
  {
    title: 'Assessments',
    look: ['soft', 'end', 'numbers'],
    cell: ({ assessments }) => assessments,
  },
  {
    title: 'Changed',
    look: ['soft', 'tight', 'end', 'numbers'],
    cell: ({ changedAt }) => formatAgo(changedAt),
  },
];

/** What people are sought for. */
export function RolesPage() {
  const roles = useQuery(api.hiring.listRoles.queryOptions());
  return (
    <StaffPage
      title="Roles"
      lead="What you seek people for. A job description and a suggested assessment follow from it."
      action={
        roles.data?.length === 0 ? undefined : (
          <Button
            component={Link}
            to="/admin/roles/new"
            leftSection={<IconPlus size={16} stroke={1.7} />}
          >
            New role
          </Button>
        )
      }
    >
      <FetchedList
        query={roles}
        rows={roles.data}
        empty={
          <Notice
            icon={<IconBriefcase size={20} stroke={1.6} />}
            title="No roles yet"
            actions={[{ label: 'New role', to: '/admin/roles/new' }]}
          >
            A role says which skills matter, and how much. A job description and a suggested
            assessment follow from it.
          </Notice>
        }
      >
        <StaffTable columns={columns} rows={roles.data} keyOf={({ id }) => id} />
      </FetchedList>
    </StaffPage>
  );
}
