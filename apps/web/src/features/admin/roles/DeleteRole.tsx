import type { Role } from '@assay/contracts/http';
import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

/** Deletes a role that no assessment is for. */
export function DeleteRole({ role: { id: roleId, title, assessments } }: { role: Role }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.hiring.deleteRole.mutationOptions({
      onSuccess: async () => {
        await navigate('/admin/roles', { replace: true });
        await queries.invalidateQueries({ queryKey: api.hiring.listRoles.key() });
      },
    }),
  );
  if (assessments.length > 0) return null;
  return (
    <section className={cards.card} aria-labelledby="delete">
      <h2 id="delete">Delete</h2>
      <p className={cards.lead}>No assessment is for this role, so it can go.</p>
      <Button variant="default" c="var(--bad)" onClick={() => setAsking(true)}>
        Delete this role
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Delete the role"
        keep="Keep it"
        act="Delete it"
        onAct={() => remove.mutate({ roleId })}
        isActing={remove.isPending}
        error={remove.error}
      >
        <Text>
          “{title}” with its skills and its job description will be gone, for everybody and for
          good.
        </Text>
      </ConfirmDialog>
    </section>
  );
}
