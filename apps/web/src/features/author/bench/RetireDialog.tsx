import type { AuthoredChallenge } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';

/** Says what retiring a challenge means for those who have it, and does it. */
export function RetireDialog({
  opened,
  onClose,
  challenge,
}: {
  opened: boolean;
  onClose: () => void;
  challenge: AuthoredChallenge;
}) {
  const { slug, title, origin, uses } = challenge;
  const queries = useQueryClient();
  const retire = useMutation(
    api.author.retireChallenge.mutationOptions({
      onSuccess: (retired) => {
        queries.setQueryData(api.author.getChallenge.queryKey({ input: { slug } }), retired);
        void queries.invalidateQueries({ queryKey: api.author.listChallenges.key() });
        onClose();
      },
    }),
  );
  return (
    <Modal opened={opened} onClose={onClose} title={`Retire “${title}”?`} size={460}>
      <Stack gap={12}>
        <Text size="sm">
          It leaves the list of challenges, and no new assessment can have it. You find it under{' '}
          <b>Retired</b>, can go on editing it, and can restore it at any time.
        </Text>
        <Text size="sm">{describeUses(uses)}</Text>
        {origin === 'folder' ? (
          <Text size="sm">
            The repository’s folder stays as it is, and does not bring it back. What comes from
            there can be retired, not deleted.
          </Text>
        ) : null}
        {retire.isError ? <ProblemNotice order={3} error={retire.error} /> : null}
        <Group justify="flex-end" gap={8} mt={8}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button loading={retire.isPending} onClick={() => retire.mutate({ slug })}>
            Retire
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function describeUses({ assessments, attempts }: AuthoredChallenge['uses']): string {
  const held =
    attempts === 0
      ? 'No attempt has it.'
      : `${attempts === 1 ? 'One attempt has it and keeps its version.' : `${attempts} attempts have it and keep their versions.`}`;
  if (assessments.length === 0) return `No assessment has it. ${held}`;
  const names = new Intl.ListFormat('en').format(assessments.map((name) => `“${name}”`));
  return `${names} ${assessments.length === 1 ? 'has it and keeps it' : 'have it and keep it'}: who is invited there still gets it. ${held}`;
}
