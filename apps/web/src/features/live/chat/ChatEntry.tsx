import type { ChatMessage } from '@assay/contracts/live';
import { formatTime } from '#app/formatTime.ts';
import { PersonDot } from '#features/live/presence/PersonDot.tsx';
import classes from './Chat.module.css';
import { ChatCode } from './ChatCode.tsx';
import { splitFences } from './splitFences.ts';

/** One message: who, when, and what. `follows`: the one before is of the same person and moment. */
export function ChatEntry({
  message,
  isOwn,
  follows,
}: {
  message: ChatMessage;
  isOwn: boolean;
  follows: boolean;
}) {
  const { from, at, text } = message;
  return (
    <li data-own={isOwn || undefined} data-follows={follows || undefined}>
      <p className={classes.head}>
        <PersonDot colour={from.colour} />
        <b>{isOwn ? 'You' : from.name}</b>
        <time dateTime={at} className="numbers">
          {formatTime(at)}
        </time>
      </p>
      <ChatWords text={text} />
    </li>
  );
}

/** What a message says. Nothing in it is taken for HTML, nor for a link. */
export function ChatWords({ text }: { text: string }) {
  return splitFences(text).map((part, index) =>
    part.kind === 'code' ? (
      <ChatCode key={index} code={part.text} language={part.language} />
    ) : (
      <p key={index} className={classes.text}>
        {part.text}
      </p>
    ),
  );
}
