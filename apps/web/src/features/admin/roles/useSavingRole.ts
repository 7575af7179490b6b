import type { Role, RoleDraft } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import type { useKeptDraft } from '#features/admin/useKeptDraft.ts';
import { roleDraftOf, tidyRole } from './roleDraft.ts';

/** Makes or changes a role. When somebody was faster, `theirs` says what they saved, and nothing is lost. */
export function useSavingRole({
  role,
  kept,
}: {
  role: Role | undefined;
  kept: ReturnType<typeof useKeptDraft<RoleDraft>>;
}) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [theirs, setTheirs] = useState<Role>();
  const show = (shown: Role) =>
    queries.setQueryData(api.hiring.getRole.queryKey({ input: { roleId: shown.id } }), shown);
  const saving = useMutation({
    mutationFn: async () => {
      const draft = tidyRole(kept.draft);
      return role === undefined
        ? client.hiring.createRole(draft)
        : client.hiring.saveRole({ ...draft, roleId: role.id, revision: kept.basedOn });
    },
    onSuccess: async (saved) => {
      show(saved);
      kept.forget();
      setTheirs(undefined);
      void queries.invalidateQueries({ queryKey: api.hiring.listRoles.key() });
      if (role === undefined) await navigate(`/admin/roles/${saved.id}`, { replace: true });
    },
    onError: async (error) => {
      if (role !== undefined && describeProblem(error).code === 'CHANGED_MEANWHILE')
        setTheirs(await client.hiring.getRole({ roleId: role.id }));
    },
  });
  const settle = (seen: Role) => {
    setTheirs(undefined);
    saving.reset();
    show(seen);
  };
  return {
    save: () => saving.mutate(),
    isPending: saving.isPending,
    error: saving.error,
    theirs: theirs && {
      theirs: roleDraftOf(theirs),
      onKeepMine: () => {
        settle(theirs);
        kept.rebase(theirs.revision);
      },
      onTakeTheirs: () => {
        settle(theirs);
        kept.forget();
      },
    },
  };
}
