import type { AuthoredChallenge } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { contentProblems } from './contentProblems.ts';
import type { Draft } from './Draft.ts';
import { ProblemList } from './ProblemList.tsx';
import classes from './SaveDialog.module.css';

/** Keeps one's edits as the newest version, with a note for the history. */
export function SaveDialog({
  opened,
  onClose,
  ...form
}: {
  opened: boolean;
  onClose: () => void;
  challenge: AuthoredChallenge;
  draft: Draft;
  /** Whether exactly these files have passed the gate. */
  isProven: boolean;
  onOpenLine: (file: string, line: number) => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Save as a new version" size={520}>
      <SaveForm onClose={onClose} {...form} />
    </Modal>
  );
}

function SaveForm({
  challenge,
  draft,
  isProven,
  onClose,
  onOpenLine,
}: Omit<Parameters<typeof SaveDialog>[0], 'opened'>) {
  const { slug, origin, current } = challenge;
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const save = useMutation(
    api.author.saveVersion.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.author.getChallenge.queryKey({ input: { slug } }), saved);
        void queries.invalidateQueries({ queryKey: api.author.listChallenges.key() });
        draft.moveTo({ hash: saved.head, files: saved.files }, 'keep');
        notifications.show({
          title: 'Saved',
          message: saved.inUse
            ? 'New invitations get this version from now on.'
            : 'New invitations get it once it has passed Verify.',
        });
        onClose();
      },
      // Somebody else's version is what the page then speaks of.
      onError: () => queries.invalidateQueries({ queryKey: api.author.getChallenge.key() }),
    }),
  );
  const problems = contentProblems(save.error);
  const changed = [...draft.changed];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ slug, files: draft.readFiles(), note: note.trim(), basedOn: draft.basedOn });
      }}
    >
      <Stack gap={16}>
        <div>
          <Text size="sm" fw={550} mb={4}>
            {changed.length === 1 ? '1 file edited' : `${changed.length} files edited`}
          </Text>
          <ul className={`${classes.files} code`}>
            {changed.map((path) => (
              <li key={path}>
                {path}
                {draft.paths.includes(path) ? null : <span>deleted</span>}
              </li>
            ))}
          </ul>
        </div>
        <Textarea
          label="Note"
          placeholder="What did you change, and why?"
          data-autofocus
          maxLength={500}
          minRows={2}
          autosize
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {isProven
            ? 'These files have passed every check: new invitations get them from now on.'
            : `New invitations get this version once it has passed Verify, and until then ${current === undefined ? 'nobody is asked this challenge' : 'the one that is in use'}.`}{' '}
          Attempts keep the version that they began with.
          {origin === 'folder'
            ? ' The repository’s folder stays as it is, and no longer changes this challenge.'
            : ''}
        </Text>
        {problems.length > 0 ? (
          <ProblemList problems={problems} files={draft} onOpenLine={onOpenLine} />
        ) : null}
        {save.isError && problems.length === 0 ? (
          <ProblemNotice order={3} error={save.error} />
        ) : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save version
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
