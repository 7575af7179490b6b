import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { RoleEditor } from './RoleEditor.tsx';

/** A role: what it asks for, and what follows from it. */
export function RolePage() {
  const { roleId = '' } = useParams();
  const isNew = roleId === 'new';
  const found = useQuery({
    ...api.hiring.getRole.queryOptions({ input: { roleId } }),
    enabled: !isNew,
  });
  if (isNew) return <RoleEditor key="new" role={undefined} />;
  if (found.isPending) return <Loading label="Opening the role" />;
  if (found.isError)
    return (
      <StaffPage title="Role">
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      </StaffPage>
    );
  return <RoleEditor key={roleId} role={found.data} />;
}
