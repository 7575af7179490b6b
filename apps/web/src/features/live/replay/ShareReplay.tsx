import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplayShares } from '@assay/contracts/http';
import { api } from '#app/api.ts';
import { LinkField } from '#app/LinkField.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './SessionReplay.module.css';

/** Lets members of staff watch a replay who were not in the session, and takes it back. */
export function ShareReplay({ sessionId, isOver }: { sessionId: string; isOver: boolean }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconShare2 size={14} stroke={1.8} />}
        onClick={() => setOpened(true)}
      >
        Share
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title="Share the replay" size={480}>
        <Shares sessionId={sessionId} isOver={isOver} />
      </Modal>
    </>
  );
}

function Shares({ sessionId, isOver }: { sessionId: string; isOver: boolean }) {
  const queries = useQueryClient();
  const input = { sessionId };
  const shares = useQuery(api.live.listReplayShares.queryOptions({ input }));
  const choices = useQuery(api.live.listChoices.queryOptions());
  const [chosen, setChosen] = useState<string>();
  const onSuccess = (next: ReplayShares) =>
    queries.setQueryData(api.live.listReplayShares.queryKey({ input }), next);
  const share = useMutation(api.live.shareReplay.mutationOptions({ onSuccess }));
  const unshare = useMutation(api.live.unshareReplay.mutationOptions({ onSuccess }));
  const shared = shares.data?.shares ?? [];
  const others = (choices.data?.staff ?? []).filter(
    ({ memberId, mayWatch }) => mayWatch && !shared.some((known) => known.memberId === memberId),
  );
  const memberId =
    others.find((member) => member.memberId === chosen)?.memberId ?? others[0]?.memberId;
  const error = shares.error ?? choices.error ?? share.error ?? unshare.error;
  return (
    <Stack gap={16}>
      <Text>
        They see code, whiteboard, chat and runs as everybody in the session saw them. Your notes,
        the plan, hidden tests and scorecards stay with those who lead it.
        {isOver ? '' : ' They can watch once the session has ended.'}
      </Text>
      {shared.length > 0 ? (
        <ul className={classes.shares} aria-label="Shared with">
          {shared.map(({ memberId: id, name }) => (
            <li key={id}>
              {name}
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={`Take back from ${name}`}
                onClick={() => unshare.mutate({ sessionId, memberId: id })}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {memberId === undefined ? (
        choices.isSuccess && shares.isSuccess ? (
          <Text c="var(--ink-soft)">There is nobody else to share it with.</Text>
        ) : null
      ) : (
        <Group gap={8} align="flex-end">
          <NativeSelect
            flex={1}
            label="Member of staff"
            data={others.map((member) => ({ value: member.memberId, label: member.name }))}
            value={memberId}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={share.isPending}
            onClick={() => share.mutate({ sessionId, memberId })}
          >
            Share
          </Button>
        </Group>
      )}
      {error ? <ProblemNotice order={3} error={error} /> : null}
      {shared.length > 0 ? (
        <LinkField
          quiet
          label="Link for them"
          description="It opens for those above, after they have signed in."
          link={new URL(`/live/${sessionId}/replay`, location.href).href}
        />
      ) : null}
    </Stack>
  );
}
