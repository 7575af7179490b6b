import { Button, Skeleton } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import table from '#app/Table.module.css';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { roles } from './roles.ts';

/** Who works with this installation, and the way to add somebody. */
export function MembersPage() {
  const [adding, setAdding] = useState(false);
  const members = useQuery(api.admin.listMembers.queryOptions());
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
      {members.isError ? (
        <div className={`${table.frame} ${table.place}`}>
          <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />
        </div>
      ) : (
        <div className={table.frame}>
          <table className={table.table} aria-busy={members.isPending}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Email</th>
                <th scope="col">Role</th>
              </tr>
            </thead>
            <tbody>
              {members.data === undefined
                ? [0, 1, 2].map((row) => (
                    <tr key={row} className={table.skeleton}>
                      <td colSpan={3}>
                        <Skeleton height={14} width={`${66 - row * 8}%`} />
                      </td>
                    </tr>
                  ))
                : members.data.map(({ id, name, email, role }) => (
                    <tr key={id}>
                      <td>
                        <b>{name}</b>
                      </td>
                      <td className={table.soft}>{email}</td>
                      <td>
                        {roles[role].name}
                        <div className={table.faint}>{roles[role].may}</div>
                      </td>
                    </tr>
                  ))}
            </tbody>
          </table>
        </div>
      )}
      <AddMemberDialog opened={adding} onClose={() => setAdding(false)} />
    </StaffPage>
  );
}
