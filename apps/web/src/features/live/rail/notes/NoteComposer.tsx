import { maxNoteLength } from '@assay/contracts/live';
import { Textarea } from '@mantine/core';
import classes from './Notes.module.css';
import type { NoteDraft } from './useNoteDraft.ts';

/** Where notes are typed: Enter keeps one. */
export function NoteComposer({ draft, onNote }: { draft: NoteDraft; onNote: () => void }) {
  return (
    <div className={classes.composer}>
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={maxNoteLength}
        aria-label="New note"
        placeholder="What do you notice?"
        value={draft.text}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (draft.text.trim() !== '') onNote();
        }}
      />
      <p>
        <kbd>Enter</kbd> keeps the note. With a signal below, it becomes what led to it.
      </p>
    </div>
  );
}
