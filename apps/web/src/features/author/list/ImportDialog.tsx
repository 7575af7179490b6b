import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { contentProblems } from '#features/author/bench/contentProblems.ts';
import { ProblemList } from '#features/author/bench/ProblemList.tsx';
import { readBase64 } from './readBase64.ts';
import { takenBy } from './takenBy.ts';
import { useOpenChallenge } from './useOpenChallenge.ts';

/** Bytes. As base64 it fits what the server takes as one request; a packed challenge has some ten thousand. */
const maxArchiveBytes = 1_100_000;

/** Takes a challenge in from an archive: as a new one, or on request as a new version of one that is there. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Import a challenge" size={520}>
      <ImportForm onClose={onClose} />
    </Modal>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const bring = useMutation({
    mutationFn: async ({ from, replaces }: { from: File; replaces?: string }) =>
      client.author.importChallenge({
        fileName: from.name,
        archive: await readBase64(from),
        ...(replaces !== undefined && { replaces }),
      }),
    onSuccess: useOpenChallenge(),
  });
  const isTooLarge = file !== null && file.size > maxArchiveBytes;
  const problems = contentProblems(bring.error);
  const taken = takenBy(bring.error);
  const isElsewhere = bring.isError && problems.length === 0 && taken === undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) bring.mutate({ from: file, ...(taken && { replaces: taken.head }) });
      }}
    >
      <Stack gap={16}>
        <FileInput
          label="Archive"
          description="A .tgz file, as Download and assay challenge pack make it. Nothing in it is run."
          placeholder="Choose a file"
          accept=".tgz,.gz,application/gzip"
          leftSection={<IconFileZip size={16} stroke={1.6} />}
          value={file}
          error={
            isTooLarge
              ? `This file has ${file.size.toLocaleString('en')} bytes; at most ${maxArchiveBytes.toLocaleString('en')} are taken here.`
              : undefined
          }
          onChange={(chosen) => {
            setFile(chosen);
            bring.reset();
          }}
        />
        {taken ? (
          <Text size="sm" role="alert">
            There is a challenge {taken.slug} already: “{taken.title}”. The archive can become its
            newest version. The versions before stay in its history, attempts keep theirs, and new
            invitations get the new one once it has passed Verify.
          </Text>
        ) : null}
        {problems.length > 0 ? <ProblemList problems={problems} /> : null}
        {isElsewhere ? <ProblemNotice order={3} error={bring.error} /> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={bring.isPending}
            disabled={file === null || isTooLarge || problems.length > 0}
          >
            {taken ? `Import as a new version of ${taken.slug}` : 'Import'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
