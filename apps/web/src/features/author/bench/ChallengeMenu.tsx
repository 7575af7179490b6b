import type { AuthoredChallenge } from '@assay/contracts/http';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconDots,
  IconDownload,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { archiveAddress } from './archiveAddress.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RetireDialog } from './RetireDialog.tsx';
import { useRestore } from './useRestore.ts';

/** What one does with a challenge as a whole, and seldom. */
export function ChallengeMenu({
  challenge,
  changes,
  onDiscard,
}: {
  challenge: AuthoredChallenge;
  /** Files that have been edited. */
  changes: number;
  onDiscard: () => void;
}) {
  const { slug, head, retiredAt, deletable } = challenge;
  const [asking, setAsking] = useState<'retire' | 'delete'>();
  const restore = useRestore(slug);
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label="More">
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={archiveAddress(slug, head)}
            download
            leftSection={<IconDownload size={16} stroke={1.6} />}
          >
            {changes > 0 ? 'Download, without my edits' : 'Download'}
          </Menu.Item>
          {retiredAt === undefined ? (
            <Menu.Item
              leftSection={<IconArchive size={16} stroke={1.6} />}
              onClick={() => setAsking('retire')}
            >
              Retire…
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconRestore size={16} stroke={1.6} />}
              onClick={() => restore.mutate({ slug })}
            >
              Restore
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            color="red"
            disabled={changes === 0}
            leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
            onClick={onDiscard}
          >
            Throw my edits away
          </Menu.Item>
          {deletable ? (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} stroke={1.6} />}
              onClick={() => setAsking('delete')}
            >
              Delete…
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <RetireDialog
        opened={asking === 'retire'}
        onClose={() => setAsking(undefined)}
        challenge={challenge}
      />
      <DeleteDialog
        opened={asking === 'delete'}
        onClose={() => setAsking(undefined)}
        challenge={challenge}
        onDeleted={onDiscard}
      />
    </>
  );
}
