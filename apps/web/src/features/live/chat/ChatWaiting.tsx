import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './Chat.module.css';
import { ChatWords } from './ChatEntry.tsx';
import type { WaitingMessage } from './ChatLog.ts';

/** A message of one's own that the server has not confirmed yet, or has refused. */
export function ChatWaiting({
  message,
  connected,
  onTakeBack,
}: {
  message: WaitingMessage;
  connected: boolean;
  onTakeBack: () => void;
}) {
  const { text, refused } = message;
  return (
    <li data-own data-waiting>
      <ChatWords text={text} />
      {refused === undefined ? (
        <p className={classes.state}>
          {connected ? 'Sending' : 'Will be sent when the connection is back'}
        </p>
      ) : (
        <div className={classes.refused} role="alert">
          <IconAlertTriangle size={14} stroke={1.7} aria-hidden="true" />
          <span>Not sent. {refused}</span>
          <Button size="compact-xs" variant="default" onClick={onTakeBack}>
            Take it back
          </Button>
        </div>
      )}
    </li>
  );
}
