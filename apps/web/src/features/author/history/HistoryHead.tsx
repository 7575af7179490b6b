import type { AuthoredChallenge, Revision } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { Button } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { archiveAddress } from '#features/author/bench/archiveAddress.ts';
import { draftMemory } from '#features/author/bench/draftMemory.ts';
import head from '#features/author/bench/BenchHead.module.css';
import { PageHead } from '#panes/PageHead.tsx';
import { editsTo } from './editsTo.ts';
import { versionQuery } from './versionQuery.ts';

/** Whose history this is, and the way to take an earlier version up again. */
export function HistoryHead({
  challenge,
  chosen,
}: {
  challenge: AuthoredChallenge;
  chosen: Revision;
}) {
  const { slug, title, head: newest, files } = challenge;
  const navigate = useNavigate();
  const version = useQuery(versionQuery(slug, chosen.hash));
  const takeUp = (wanted: Files) => {
    draftMemory(slug).write({ basedOn: newest, changes: editsTo(files, wanted) });
    void navigate(`/challenges/${slug}`);
  };
  const hasEdits = draftMemory(slug).read() !== undefined;
  return (
    <PageHead
      back={{ to: `/challenges/${slug}`, label: 'Back to the challenge' }}
      title={title}
      detail="History"
      className={head.what}
    >
      <div className={head.actions}>
        <Button
          component="a"
          href={archiveAddress(slug, chosen.hash)}
          download
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDownload size={16} stroke={1.7} />}
        >
          Download
        </Button>
        {chosen.hash === newest ? null : (
          <Button
            size="xs"
            variant="default"
            disabled={hasEdits || version.data === undefined}
            title={hasEdits ? 'Save your edits or throw them away first.' : undefined}
            leftSection={<IconPencil size={16} stroke={1.7} />}
            onClick={() => version.data && takeUp(version.data.files)}
          >
            Take this version up again
          </Button>
        )}
      </div>
    </PageHead>
  );
}
