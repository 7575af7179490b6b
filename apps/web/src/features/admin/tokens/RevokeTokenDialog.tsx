import type { ApiToken } from '@assay/contracts/http';
import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

/** Asks before a program is cut off. */
export function RevokeTokenDialog({
  token,
  onClose,
}: {
  token: ApiToken | undefined;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const revoke = useMutation(
    api.tokens.revokeToken.mutationOptions({
      onSuccess: async () => {
        close();
        await queries.invalidateQueries({ queryKey: api.tokens.listTokens.key() });
      },
    }),
  );
  const close = () => {
    revoke.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={token !== undefined}
      onClose={close}
      title="Revoke this token?"
      keep="Keep it"
      act="Revoke"
      onAct={() => {
        if (token) revoke.mutate({ tokenId: token.id });
      }}
      isActing={revoke.isPending}
      error={revoke.error}
    >
      <Text>
        Whatever uses “{token?.name}” stops working at once. A token that was revoked does not come
        back; you can make a new one.
      </Text>
    </ConfirmDialog>
  );
}
