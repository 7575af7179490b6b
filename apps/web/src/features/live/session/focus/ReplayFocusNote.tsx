import { ActionIcon, Button } from '@mantine/core';
import { IconHourglass, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { Note } from '#features/live/session/Note.tsx';

/** After a focus time: what the candidate did in it, with one press, until somebody has enough of it. */
export function ReplayFocusNote({ name }: { name: string }) {
  const { status, showReplay } = useLiveSession();
  const [dismissed, setDismissed] = useState<string>();
  const { lastFocus: last, state } = status;
  if (last === undefined || state !== 'open' || last.startedAt === dismissed) return null;
  const span = { fromMs: Date.parse(last.startedAt), untilMs: Date.parse(last.endsAt) };
  return (
    <Note icon={IconHourglass} text={`${name}’s focus time is over.`}>
      <Button size="compact-sm" onClick={() => showReplay({ span })}>
        Replay the focus time
      </Button>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label="Put this line away"
        onClick={() => setDismissed(last.startedAt)}
      >
        <IconX size={14} stroke={1.8} />
      </ActionIcon>
    </Note>
  );
}
