import type { StaffRole } from '@assay/contracts/http';
import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { OnceShownLink } from '#features/admin/OnceShownLink.tsx';
import { roleOrder, roles } from './roles.ts';

/** Adds a member, then shows their sign-in link, this once. */
export function AddMemberDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a member" size={480}>
      <AddMemberForm onClose={onClose} />
    </Modal>
  );
}

function AddMemberForm({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('reviewer');
  const add = useMutation(
    api.admin.addMember.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listMembers.key() }),
    }),
  );
  if (add.data) {
    return (
      <OnceShownLink
        link={add.data.link}
        lead={`Send this link to ${add.data.member.name}. It signs them in once, within a day.`}
        onClose={onClose}
      />
    );
  }
  const isTaken = add.isError && describeProblem(add.error).code === 'EMAIL_TAKEN';
  const problems = fieldProblems(add.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ name: name.trim(), email: email.trim(), role });
      }}
    >
      <Stack gap={16}>
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="off"
          maxLength={200}
          value={name}
          error={problems.get('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Email"
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          value={email}
          error={isTaken ? describeProblem(add.error).message : problems.get('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Radio.Group
          label="Role"
          value={role}
          onChange={(value) => setRole(roleOrder.find((known) => known === value) ?? 'reviewer')}
        >
          <Stack gap={10} mt={8}>
            {roleOrder.map((value) => (
              <Radio
                key={value}
                value={value}
                label={roles[value].name}
                description={roles[value].may}
              />
            ))}
          </Stack>
        </Radio.Group>
        {add.isError && !isTaken && problems.size === 0 ? (
          <ProblemNotice order={3} error={add.error} />
        ) : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
