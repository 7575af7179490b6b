import { chatRight } from '@assay/contracts/live';
import { useEffect, useRef } from 'react';
import { Button } from '@mantine/core';
import { Loading } from '#app/Loading.tsx';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { useChat } from '#features/live/talk/Talk.ts';
import classes from './Chat.module.css';
import { ChatComposer } from './ChatComposer.tsx';
import { ChatEntry } from './ChatEntry.tsx';
import { ChatWaiting } from './ChatWaiting.tsx';
import { useLatestInView } from './useLatestInView.ts';

/** Messages that are less than this apart stand under one head, ms. */
const togetherMs = 3 * 60_000;

/** The chat of the session: what was written, and a place to write. */
export function ChatPanel() {
  const { self, status, connected } = useLiveSession();
  const { chat, state } = useChat();
  const { loaded, messages, waiting, more } = state;
  const list = useRef<HTMLDivElement>(null);
  const { isBehind, goToLatest } = useLatestInView(list, messages.length + waiting.length);
  const canWrite = chatRight(self.role, status.state).may === 'write';

  useEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    let inView = false;
    const tell = () => chat.setReading(inView && document.visibilityState === 'visible');
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting ?? false;
      tell();
    });
    observer.observe(current);
    document.addEventListener('visibilitychange', tell);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', tell);
      chat.setReading(false);
    };
  }, [chat]);

  return (
    <section className={classes.chat} aria-label="Chat">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1 asks for it where content scrolls */}
      <div className={classes.scroll} ref={list} tabIndex={0} role="group" aria-label="Messages">
        {loaded.kind === 'loading' && connected ? <Loading label="Fetching the chat" /> : null}
        {loaded.kind === 'failed' ? (
          <div className={classes.note} role="alert">
            <p>{loaded.message}</p>
            <Button size="compact-sm" variant="default" onClick={() => void chat.connected()}>
              Try again
            </Button>
          </div>
        ) : null}
        {loaded.kind === 'ready' && messages.length + waiting.length === 0 ? (
          <p className={classes.note}>{emptyWords(canWrite, status.state)}</p>
        ) : null}
        {more ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => void chat.loadOlder()}
          >
            Earlier messages
          </Button>
        ) : null}
        <ol className={classes.list}>
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const follows =
              before?.from.participantId === message.from.participantId &&
              Date.parse(message.at) - Date.parse(before.at) < togetherMs;
            return (
              <ChatEntry
                key={message.seq}
                message={message}
                isOwn={message.from.participantId === self.participantId}
                follows={follows}
              />
            );
          })}
          {waiting.map((own) => (
            <ChatWaiting
              key={own.id}
              message={own}
              connected={connected}
              onTakeBack={() => chat.takeBack(own.id)}
            />
          ))}
        </ol>
      </div>
      {isBehind ? (
        <Button size="compact-sm" className={classes.latest} onClick={goToLatest}>
          Latest messages
        </Button>
      ) : null}
      <ChatComposer canWrite={canWrite} why={whyNot(self.role, status.state)} onSent={goToLatest} />
    </section>
  );
}

function emptyWords(canWrite: boolean, state: string): string {
  if (state === 'ended') return 'Nobody wrote anything in this session.';
  return canWrite
    ? 'For what is easier written than said: a link, a name, a few lines of code between ``` lines. Everybody in the session reads it, and it is kept with the session.'
    : 'What people write appears here.';
}

function whyNot(role: string, state: string): string {
  if (state === 'prepared') return 'The chat opens when the session starts.';
  if (state === 'ended') return 'This session has ended. Its chat can be read.';
  return role === 'observer' ? 'Observers read the chat. They do not write in it.' : '';
}
