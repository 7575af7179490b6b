import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { useChat } from '#features/live/talk/Talk.ts';
import classes from './Chat.module.css';
import { splitFences } from './splitFences.ts';

/** Says to screen readers what others write, whichever tab is in front. */
export function ChatAnnouncer() {
  const { self } = useLiveSession();
  const { state } = useChat();
  const last = state.messages.at(-1);
  const isNew = last !== undefined && last.from.participantId !== self.participantId;
  return (
    <p className={classes.unseen} role="status" aria-live="polite" aria-label="New messages">
      {/* What was there before one came is not news. */}
      {isNew && state.unread > 0 ? `${last.from.name}: ${sayable(last.text)}` : ''}
    </p>
  );
}

/** Code is looked at, not listened to in passing. */
function sayable(text: string): string {
  return splitFences(text)
    .map((part) => (part.kind === 'text' ? part.text : 'some code'))
    .join(', ');
}
