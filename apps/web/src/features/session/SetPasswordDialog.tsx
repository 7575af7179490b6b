import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { PasswordField } from './PasswordField.tsx';

const minLength = 12;

/** Lets somebody who came by a one-time link sign in by themselves next time. */
export function SetPasswordDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Set a password" size={420}>
      <SetPasswordForm onDone={onClose} />
    </Modal>
  );
}

function SetPasswordForm({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('');
  const set = useMutation(api.setPassword.mutationOptions());
  if (set.isSuccess) {
    return (
      <Stack gap={16}>
        <Text role="status">Your password is set. Other devices are signed out.</Text>
        <Group justify="flex-end">
          <Button onClick={onDone} data-autofocus>
            Done
          </Button>
        </Group>
      </Stack>
    );
  }
  const problem = fieldProblems(set.error).get('password');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({ password });
      }}
    >
      <Stack gap={16}>
        <Text size="sm" c="dimmed">
          With it you sign in without a link. Wherever else you are signed in, you are signed out.
        </Text>
        <PasswordField
          label="New password"
          description={`At least ${minLength} characters`}
          required
          withAsterisk={false}
          data-autofocus
          autoComplete="new-password"
          maxLength={128}
          value={password}
          error={problem}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {set.isError && problem === undefined ? (
          <ProblemNotice order={3} error={set.error} />
        ) : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={set.isPending}>
            Set password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
