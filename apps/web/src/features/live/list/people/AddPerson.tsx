import type { LiveParticipant, LiveSession } from '@assay/contracts/http';
import { Button, Group, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, client } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';

type Added = { participant: LiveParticipant; link?: string | undefined };
type Kind = 'candidate' | 'observer' | 'staff';
type Input = Parameters<typeof client.live.addParticipant>[0];

/** Adds somebody: by name, with a link of their own, or a member of staff. */
export function AddPerson({
  session,
  onAdded,
}: {
  session: LiveSession;
  onAdded: (added: Added) => void;
}) {
  const { id: sessionId, participants } = session;
  const [search] = useSearchParams();
  const choices = useQuery(api.live.listChoices.queryOptions());
  const [kind, setKind] = useState<Kind>('candidate');
  const [name, setName] = useState(search.get('candidate') ?? '');
  const [chosen, setChosen] = useState<string>();
  const [role, setRole] = useState<'interviewer' | 'observer'>('interviewer');
  const staff = (choices.data?.staff ?? []).filter(
    ({ memberId, mayLead }) =>
      (role === 'observer' || mayLead) &&
      !participants.some(
        (person) => person.memberId === memberId && person.removedAt === undefined,
      ),
  );
  const memberId =
    staff.find((member) => member.memberId === chosen)?.memberId ?? staff[0]?.memberId;
  const add = useMutation({
    mutationFn: (input: Input) => client.live.addParticipant(input),
    onSuccess: (added: Added) => {
      setName('');
      onAdded(added);
    },
  });
  const problems = fieldProblems(add.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (kind !== 'staff') add.mutate({ sessionId, name: name.trim(), role: kind });
        else if (memberId !== undefined) add.mutate({ sessionId, memberId, role });
      }}
    >
      <Stack gap={12}>
        <SegmentedControl
          aria-label="Whom to add"
          data={[
            { value: 'candidate', label: 'Candidate' },
            { value: 'observer', label: 'Observer' },
            { value: 'staff', label: 'Member of staff' },
          ]}
          value={kind}
          onChange={(value) => setKind(value)}
        />
        <Group gap={8} align="flex-end">
          {kind === 'staff' ? (
            <>
              <NativeSelect
                flex={1}
                label="Member"
                data={staff.map((member) => ({ value: member.memberId, label: member.name }))}
                value={memberId ?? ''}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
              <NativeSelect
                label="As"
                data={[
                  { value: 'interviewer', label: 'Interviewer' },
                  { value: 'observer', label: 'Observer' },
                ]}
                value={role}
                onChange={(event) =>
                  setRole(event.currentTarget.value === 'observer' ? 'observer' : 'interviewer')
                }
              />
            </>
          ) : (
            <TextInput
              flex={1}
              label="Name"
              autoComplete="off"
              maxLength={80}
              value={name}
              error={problems.get('name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <Button
            type="submit"
            variant="default"
            loading={add.isPending}
            disabled={kind === 'staff' ? memberId === undefined : name.trim() === ''}
          >
            {kind === 'staff' ? 'Add' : 'Add and make a link'}
          </Button>
        </Group>
        {add.isError && problems.size === 0 ? <ProblemNotice order={3} error={add.error} /> : null}
      </Stack>
    </form>
  );
}
