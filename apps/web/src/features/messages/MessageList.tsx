import type { Message } from '@assay/contracts/http';
import classes from './MessageList.module.css';

/** What a candidate and the organiser wrote to each other, oldest first; one's own on the right. */
export function MessageList({
  messages,
  own,
  candidateName = 'You',
}: {
  messages: Message[];
  /** Whose eyes see it. */
  own: 'candidate' | 'organiser';
  candidateName?: string;
}) {
  return (
    <ol className={classes.list} aria-label="Messages" aria-live="polite">
      {messages.map(({ id, from, text, at }) => {
        const isOwn = (from === undefined) === (own === 'candidate');
        return (
          <li key={id} data-own={isOwn || undefined}>
            <p className={classes.head}>
              <b>{from ?? candidateName}</b>
              <time dateTime={at} className="numbers">
                {new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </p>
            <p className={classes.text}>{text}</p>
          </li>
        );
      })}
    </ol>
  );
}
