import type { LiveEntrance } from '@assay/workspace/browser';
import { AlertPage } from '#app/AlertPage.tsx';
import { IconDoorOff } from '@tabler/icons-react';

/** Reasons that pass: what was sent too fast may be sent slower. */
const passing = new Set(['flooding', 'hostile', 'stalled']);

/** Somebody whom the server does not let into a session, or has sent out of it. */
export function TurnedAway({
  entrance,
  onComeBack,
}: {
  entrance: Extract<LiveEntrance, { kind: 'refused' | 'cut' }>;
  onComeBack: () => void;
}) {
  const { code, message } = entrance;
  const canComeBack = entrance.kind === 'cut' && passing.has(code);
  const isUnknown = code === 'forbidden';
  return (
    <AlertPage
      page="Live session"
      icon={<IconDoorOff size={20} stroke={1.6} />}
      title={
        isUnknown
          ? 'You are not in this session'
          : canComeBack
            ? 'The connection was closed'
            : 'The session is not open to you'
      }
      actions={canComeBack ? [{ label: 'Come back', onClick: onComeBack }] : []}
    >
      <p>{message}</p>
      <p>
        {isUnknown
          ? 'If you were invited by a link, open it again, to its last character. If you are signed in, an interviewer of the session can add you.'
          : `${code === 'removed' ? 'What you wrote until then is kept. ' : ''}If you think this is a mistake, ask the people who invited you.`}
      </p>
    </AlertPage>
  );
}
