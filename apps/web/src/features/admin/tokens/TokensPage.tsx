import type { ApiToken } from '@assay/contracts/http';
import { Button, Group } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { NewTokenDialog } from './NewTokenDialog.tsx';
import { RevokeTokenDialog } from './RevokeTokenDialog.tsx';
import { TokenTable } from './TokenTable.tsx';

/** Programs that call the API in the name of a member: what each may do, and the way to end it. */
export function TokensPage() {
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiToken>();
  const tokens = useQuery(api.tokens.listTokens.queryOptions());
  return (
    <StaffPage
      title="API tokens"
      lead="Let programs, as an applicant tracking system, do a part of what you may do. A token ends when it expires, is revoked, or its member leaves."
      action={
        <Group gap={8} wrap="nowrap">
          <Button component="a" href="/api/docs" target="_blank" variant="default">
            API reference
          </Button>
          {tokens.data?.length === 0 ? null : (
            <Button
              leftSection={<IconPlus size={16} stroke={1.7} />}
              onClick={() => setMaking(true)}
            >
              New token
            </Button>
          )}
        </Group>
      }
    >
      <FetchedList
        query={tokens}
        rows={tokens.data}
        empty={
          <Notice
            icon={<IconKey size={20} stroke={1.6} />}
            title="No program has a token"
            actions={[{ label: 'New token', onClick: () => setMaking(true) }]}
          >
            With a token a program invites candidates, asks where they stand and fetches scores. The
            API reference says how.
          </Notice>
        }
      >
        <TokenTable rows={tokens.data} onRevoke={setRevoking} />
      </FetchedList>
      <NewTokenDialog opened={making} onClose={() => setMaking(false)} />
      <RevokeTokenDialog token={revoking} onClose={() => setRevoking(undefined)} />
    </StaffPage>
  );
}
