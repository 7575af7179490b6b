import { maxChatLength } from '@assay/contracts/live';
import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { IconCode, IconSend2 } from '@tabler/icons-react';
import { useRef } from 'react';
import { useChat } from '#features/live/talk/Talk.ts';
import classes from './Chat.module.css';
import { isInCode } from './splitFences.ts';

/** From here on it is said how much room is left, characters. */
const nearlyFull = maxChatLength - 500;

/** Where a message is written. Enter sends, except in code; Shift+Enter is always a new line. */
export function ChatComposer({
  canWrite,
  why,
  onSent,
}: {
  canWrite: boolean;
  /** Said in its place where one cannot write. */
  why: string;
  onSent: () => void;
}) {
  const { chat, state } = useChat();
  const text = state.draft;
  const field = useRef<HTMLTextAreaElement>(null);
  const left = maxChatLength - text.length;
  const canSend = text.trim() !== '' && left >= 0;
  const send = () => {
    if (chat.send()) onSent();
  };
  const addCode = () => {
    const { current } = field;
    if (current === null) return;
    const { selectionStart, selectionEnd } = current;
    const before = text.slice(0, selectionStart);
    const opening = `${before === '' || before.endsWith('\n') ? '' : '\n'}\`\`\`ts\n`;
    const chosen = text.slice(selectionStart, selectionEnd);
    chat.setDraft(`${before}${opening}${chosen}\n\`\`\`\n${text.slice(selectionEnd)}`);
    const place = before.length + opening.length + chosen.length;
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(place, place);
    });
  };
  if (!canWrite) return <p className={classes.closed}>{why}</p>;
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        ref={field}
        aria-label="Message"
        placeholder="Write to everybody"
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        error={left < 0 ? `${-left} characters too many` : undefined}
        onChange={(event) => chat.setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          const { selectionStart } = event.currentTarget;
          const isCommand = event.ctrlKey || event.metaKey;
          if (!isCommand && isInCode(text.slice(0, selectionStart))) return;
          event.preventDefault();
          send();
        }}
      />
      <div className={classes.tools}>
        {text.length > nearlyFull && left >= 0 ? (
          <span className="numbers">{left} left</span>
        ) : null}
        <Tooltip label="Code">
          <ActionIcon variant="subtle" color="gray" aria-label="Code" onClick={addCode}>
            <IconCode size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Send (Enter)">
          <ActionIcon type="submit" aria-label="Send" disabled={!canSend}>
            <IconSend2 size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
    </form>
  );
}
