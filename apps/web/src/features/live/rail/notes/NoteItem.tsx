import { maxNoteLength, type NotesEntry } from '@assay/contracts/live';
import { ActionIcon, Button, Group, Textarea, UnstyledButton } from '@mantine/core';
import { IconMinus, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { describeMoment, type SessionSpan } from '#features/live/rail/sessionTime.ts';
import classes from './Notes.module.css';

/** One note or tag, with the moment that it is about. */
export function NoteItem({
  entry,
  criterion,
  span,
  onChange,
  onRemove,
  onJump,
}: {
  entry: NotesEntry;
  /** The title of a tag's criterion; `undefined` when the plan has lost it. */
  criterion: string | undefined;
  span: SessionSpan;
  onChange: (text: string) => void;
  onRemove: () => void;
  onJump?: ((at: Date) => void) | undefined;
}) {
  const [text, setText] = useState<string>();
  const moment = describeMoment(entry.at, span);
  const name = entry.kind === 'tag' ? `tag at ${moment}` : `note at ${moment}`;
  const finish = () => {
    // Words can be taken from a tag; a note without words is none.
    const next = text?.trim() ?? '';
    if (next !== '' || entry.kind === 'tag') onChange(next);
    setText(undefined);
  };
  return (
    <li className={classes.item}>
      <div className={classes.meta}>
        {onJump ? (
          <UnstyledButton
            className={`${classes.moment} numbers`}
            aria-label={`Show ${moment} in the replay`}
            onClick={() => onJump(new Date(entry.at))}
          >
            {moment}
          </UnstyledButton>
        ) : (
          <span className={`${classes.moment} numbers`}>{moment}</span>
        )}
        {entry.kind === 'tag' ? (
          <span className={classes.badge} data-signal={entry.signal}>
            {entry.signal === 'strong' ? (
              <IconPlus size={12} stroke={2.2} aria-hidden="true" />
            ) : (
              <IconMinus size={12} stroke={2.2} aria-hidden="true" />
            )}
            {entry.signal === 'strong' ? 'Strong' : 'Weak'}: {criterion ?? 'no criterion any more'}
          </span>
        ) : null}
        <span className={classes.actions}>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={`Edit the ${name}`}
            onClick={() => setText(entry.text)}
          >
            <IconPencil size={14} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={`Remove the ${name}`}
            onClick={onRemove}
          >
            <IconTrash size={14} stroke={1.7} />
          </ActionIcon>
        </span>
      </div>
      {text === undefined ? (
        entry.text === '' ? null : (
          <p className={classes.text}>{entry.text}</p>
        )
      ) : (
        <>
          <Textarea
            autosize
            ref={focusOnce}
            maxRows={10}
            maxLength={maxNoteLength}
            aria-label={`Text of the ${name}`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Escape') setText(undefined);
              if (event.key === 'Enter' && !event.shiftKey) {
                event.preventDefault();
                finish();
              }
            }}
          />
          <Group gap={6} mt={6}>
            <Button size="compact-sm" onClick={finish}>
              Keep
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setText(undefined)}>
              Cancel
            </Button>
          </Group>
        </>
      )}
    </li>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus();
}
