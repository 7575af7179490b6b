import type { ChatMessage } from '@assay/contracts/live';
import { personStyle } from '#features/live/presence/personColour.ts';
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
        <i className={classes.dot} style={personStyle(from.colour)} aria-hidden="true" />
        <b>{isOwn ? 'You' : from.name}</b>
        <time dateTime={at} className="numbers">
          {new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
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
