import type { AuthorRow } from '@assay/contracts/http';
import { Tooltip } from '@mantine/core';
import { IconFolder, IconPencil } from '@tabler/icons-react';
import badge from '#app/Badge.module.css';

const origins = {
  folder: {
    word: 'Repository',
    meaning: "As in the repository's folder. Saving edits here leaves the folder as it is.",
    Icon: IconFolder,
  },
  saved: {
    word: 'Saved here',
    meaning: "Made, imported or edited in the app. The repository's folder does not change it.",
    Icon: IconPencil,
  },
} as const;

/** Where a version comes from. */
export function OriginBadge({ origin }: { origin: AuthorRow['origin'] }) {
  const { word, meaning, Icon } = origins[origin];
  return (
    <Tooltip label={meaning} multiline w={260}>
      <span className={badge.sign}>
        <Icon size={14} stroke={1.7} aria-hidden="true" />
        {word}
      </span>
    </Tooltip>
  );
}
