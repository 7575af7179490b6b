import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Replay } from '#features/replay/Replay.tsx';
import { cutSource } from './cutSource.ts';
import type { SessionRecording } from './loadRecording.ts';
import { type ReplayWanted, replayAddress } from './replayAddress.ts';
import { RunOutput } from './RunOutput.tsx';

/** The recording of a session, or a stretch of it. */
export function SessionReplay({
  recording: { replay, source },
  wanted,
}: {
  recording: SessionRecording;
  wanted: ReplayWanted & { playing?: boolean };
}) {
  const { sessionId } = replay;
  const { span } = wanted;
  const shown = useMemo(
    () => (span === undefined ? source : cutSource(source, span)),
    [source, span],
  );
  return (
    <Replay
      source={shown}
      start={{ atMs: wanted.at, playing: wanted.playing }}
      empty="Nothing but changes: no run, no note, no message."
      actions={(atMs) => (
        <CopyLink
          address={replayAddress(sessionId, source.span.fromMs, { at: atMs, span: wanted.span })}
        />
      )}
      output={({ id }) => (
        <RunOutput
          sessionId={sessionId}
          runId={id}
          nameOf={(participantId) =>
            source.people.find((person) => person.id === participantId)?.name ?? 'Somebody'
          }
        />
      )}
    />
  );
}

function CopyLink({ address }: { address: string }) {
  return (
    <CopyButton value={new URL(address, location.href).href}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} /> : <IconLink size={14} stroke={1.8} />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy link'}
        </Button>
      )}
    </CopyButton>
  );
}
