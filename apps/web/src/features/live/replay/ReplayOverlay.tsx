import { Modal } from '@mantine/core';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import type { ReplayWanted } from './replayAddress.ts';
import { SessionReplay } from './SessionReplay.tsx';
import classes from './SessionReplay.module.css';
import { useRecording } from './useRecording.ts';

/** The replay over the pad: the session goes on behind it, and the call is heard. */
export function ReplayOverlay({
  sessionId,
  title,
  wanted,
  onClose,
}: {
  sessionId: string;
  title: string;
  wanted: ReplayWanted;
  onClose: () => void;
}) {
  return (
    <Modal
      opened
      fullScreen
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': 'Back to the pad' }}
      classNames={{ content: classes.overlay ?? '', body: classes.body ?? '' }}
      styles={{ body: { padding: 0 } }}
    >
      <Recording sessionId={sessionId} wanted={wanted} />
    </Modal>
  );
}

function Recording({ sessionId, wanted }: { sessionId: string; wanted: ReplayWanted }) {
  const recording = useRecording(sessionId);
  if (recording.isPending) return <Loading label="Opening the recording" />;
  if (recording.isError)
    return <ProblemNotice error={recording.error} onRetry={() => void recording.refetch()} />;
  const playing = wanted.span !== undefined;
  return <SessionReplay recording={recording.data} wanted={{ ...wanted, playing }} />;
}
