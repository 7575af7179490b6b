import type { TokenScope } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { OnceShown } from '#features/admin/OnceShown.tsx';
import { OpenedRoutes } from './OpenedRoutes.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';

/** Makes a token, then shows it, this once. */
export function NewTokenDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New API token" size={600}>
      <NewTokenForm onClose={onClose} />
    </Modal>
  );
}

function NewTokenForm({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const scopes = useQuery(api.tokens.listScopes.queryOptions());
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [chosen, setChosen] = useState<ReadonlySet<TokenScope>>(new Set());
  const create = useMutation(
    api.tokens.createToken.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.tokens.listTokens.key() }),
    }),
  );
  if (create.data)
    return (
      <OnceShown
        label="Token"
        text={create.data.secret}
        lead={`Give this token to ${create.data.token.name}, and keep it as you would keep a password.`}
        ifLost="If it gets lost, revoke it and make a new one."
        onClose={onClose}
      />
    );
  if (scopes.isError) return <ProblemNotice order={3} error={scopes.error} />;
  if (scopes.data === undefined) return <Loading label="Fetching the scopes" />;
  const problems = fieldProblems(create.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ name: name.trim(), scopes: [...chosen], expiresInDays: days });
      }}
    >
      <Stack gap={16}>
        <TextInput
          label="Name"
          description="After the program that will use it"
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="off"
          maxLength={100}
          value={name}
          error={problems.get('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ScopeChoice scopes={scopes.data} chosen={chosen} onChange={setChosen} />
        <OpenedRoutes scopes={scopes.data.filter(({ scope }) => chosen.has(scope))} />
        <WholeNumberInput
          label="Ends after, days"
          min={1}
          max={366}
          fallback={90}
          w={160}
          value={days}
          error={problems.get('expiresInDays')}
          onChange={setDays}
        />
        {problems.has('scopes') ? (
          <Text c="red" size="sm" role="alert">
            {problems.get('scopes')}
          </Text>
        ) : null}
        {create.isError && problems.size === 0 ? (
          <ProblemNotice order={3} error={create.error} />
        ) : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Make the token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
