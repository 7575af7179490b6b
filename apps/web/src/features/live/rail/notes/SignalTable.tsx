import type { ScoredCriterion } from '@assay/contracts/http';
import type { NotesEntry } from '@assay/contracts/live';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import classes from './Notes.module.css';
import type { Signal } from './useNotes.ts';

const signals = [
  { signal: 'strong', label: 'Strong', Icon: IconPlus, keys: 'Alt+Shift' },
  { signal: 'weak', label: 'Weak', Icon: IconMinus, keys: 'Control+Shift' },
] as const;

/** One press for a signal, strong or weak, of each criterion, and how many there are. */
export function SignalTable({
  criteria,
  entries,
  onTag,
}: {
  criteria: readonly ScoredCriterion[];
  entries: readonly NotesEntry[];
  onTag: (criterion: ScoredCriterion, signal: Signal) => void;
}) {
  const count = (key: string, signal: Signal) =>
    entries.filter(
      (entry) => entry.kind === 'tag' && entry.criterion === key && entry.signal === signal,
    ).length;
  return (
    <section className={classes.signals} aria-label="Signals">
      <p>
        <span>
          <kbd>Alt</kbd> <kbd>Shift</kbd> number: strong
        </span>
        <span>
          <kbd>Ctrl</kbd> <kbd>Shift</kbd> number: weak
        </span>
      </p>
      <ol>
        {criteria.map((criterion, index) => (
          <li key={criterion.key}>
            <kbd aria-hidden="true" data-none={index > 8 || undefined}>
              {index + 1}
            </kbd>
            <span className={classes.criterion} title={criterion.group}>
              {criterion.title}
            </span>
            {signals.map(({ signal, label, Icon, keys }) => {
              const times = count(criterion.key, signal);
              return (
                <UnstyledButton
                  key={signal}
                  className={classes.signal}
                  data-signal={signal}
                  aria-keyshortcuts={index > 8 ? undefined : `${keys}+${index + 1}`}
                  onClick={() => onTag(criterion, signal)}
                >
                  <Icon size={13} stroke={2} aria-hidden="true" />
                  {label}
                  <VisuallyHidden> signal for {criterion.title}</VisuallyHidden>
                  {times > 0 ? <b className="numbers">{times}</b> : null}
                </UnstyledButton>
              );
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
