import type { ScoredCriterion } from '@assay/contracts/http';
import type { NotesEntry } from '@assay/contracts/live';
import { IconNotes } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import type { SessionSpan } from '#features/live/rail/sessionTime.ts';
import { NoteComposer } from './NoteComposer.tsx';
import { NoteItem } from './NoteItem.tsx';
import classes from './Notes.module.css';
import { SignalTable } from './SignalTable.tsx';
import type { NoteDraft } from './useNoteDraft.ts';
import type { Notes, Signal } from './useNotes.ts';

/** What one interviewer notices: notes, newest first, and tags with one press. */
export function NotesPanel({
  notes,
  draft,
  criteria,
  span,
  onNote,
  onTag,
  onRemove,
  onJump,
}: {
  notes: Notes;
  draft: NoteDraft;
  criteria: readonly ScoredCriterion[];
  span: SessionSpan;
  onNote: () => void;
  onTag: (criterion: ScoredCriterion, signal: Signal) => void;
  onRemove: (entry: NotesEntry) => void;
  /** Shows the moment of an entry; absent where there is nothing to show it in. */
  onJump?: ((at: Date) => void) | undefined;
}) {
  const titles = new Map(criteria.map(({ key, title }) => [key, title]));
  return (
    <div className={classes.notes}>
      <NoteComposer draft={draft} onNote={onNote} />
      {criteria.length > 0 ? (
        <SignalTable criteria={criteria} entries={notes.entries} onTag={onTag} />
      ) : null}
      {notes.entries.length === 0 ? (
        <Notice order={3} icon={<IconNotes size={20} stroke={1.6} />} title="No notes yet">
          Each note remembers the moment at which you began to type it. Nobody else sees your notes,
          not even other interviewers.
        </Notice>
      ) : (
        <ul className={classes.list} aria-label="My notes">
          {notes.entries.toReversed().map((entry) => (
            <NoteItem
              key={entry.id}
              entry={entry}
              criterion={entry.kind === 'tag' ? titles.get(entry.criterion) : undefined}
              span={span}
              onChange={(text) => notes.keep({ ...entry, text })}
              onRemove={() => onRemove(entry)}
              onJump={onJump}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
