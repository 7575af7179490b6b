import type { AttemptRecord, RecordEntry } from '@assay/contracts/http';
import { Button, SegmentedControl } from '@mantine/core';
import {
  IconClipboardText,
  IconClockPlus,
  IconEyeOff,
  IconFlask,
  IconListDetails,
  IconMessage,
  IconPencil,
  IconPlayerPlay,
  IconPlugConnectedX,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { formatTimeWithSeconds } from '#app/formatTime.ts';
import { describeEntry } from './describeEntry.ts';
import classes from './RecordTimeline.module.css';

type Kind = RecordEntry['kind'];

const icons: Record<Kind, TablerIcon> = {
  edit: IconPencil,
  run: IconPlayerPlay,
  exploration: IconFlask,
  away: IconEyeOff,
  paste: IconClipboardText,
  gap: IconPlugConnectedX,
  credit: IconClockPlus,
  message: IconMessage,
  log: IconListDetails,
};

/** What can be looked at alone. */
const groups: { name: string; label: string; kinds: Kind[] }[] = [
  { name: 'work', label: 'Work', kinds: ['edit', 'run', 'exploration'] },
  { name: 'page', label: 'Page and pastes', kinds: ['away', 'paste'] },
  { name: 'connection', label: 'Connection', kinds: ['gap', 'credit'] },
  { name: 'log', label: 'Log and questions', kinds: ['log', 'message'] },
];

/** Lines that are shown before one asks for all: as many as one looks through. */
const shownAtFirst = 40;

/** All that happened, newest first, or some kinds of it. */
export function RecordTimeline({ record }: { record: AttemptRecord }) {
  const [chosen, setChosen] = useState('all');
  const [all, setAll] = useState(false);
  const kinds = groups.find(({ name }) => name === chosen)?.kinds;
  const entries = record.timeline.filter(({ kind }) => kinds?.includes(kind) ?? true).toReversed();
  const titles = new Map(record.attempt.challenges.map(({ slug, title }) => [slug, title]));
  const shown = all ? entries : entries.slice(0, shownAtFirst);

  return (
    <>
      <SegmentedControl
        className={classes.filter}
        aria-label="What to show"
        value={chosen}
        onChange={setChosen}
        data={[
          { value: 'all', label: 'Everything' },
          ...groups.map(({ name, label, kinds: of }) => ({
            value: name,
            label: (
              <>
                {label} <span className="numbers">{countOf(record, of)}</span>
              </>
            ),
          })),
        ]}
      />
      {entries.length === 0 ? (
        <p className={classes.empty}>Nothing of this kind was recorded.</p>
      ) : (
        <ol className={classes.list} aria-label="Timeline">
          {shown.map((entry, index) => (
            // Entries have no ids, and a new record replaces them all.
            <Line key={`${entry.kind} ${entry.at} ${index}`} entry={entry} titles={titles} />
          ))}
        </ol>
      )}
      {entries.length > shown.length ? (
        <Button variant="default" size="xs" mt={12} onClick={() => setAll(true)}>
          Show all {entries.length}
        </Button>
      ) : null}
    </>
  );
}

const countOf = (record: AttemptRecord, kinds: Kind[]): number =>
  record.timeline.filter(({ kind }) => kinds.includes(kind)).length;

function Line({ entry, titles }: { entry: RecordEntry; titles: ReadonlyMap<string, string> }) {
  const { title, detail } = describeEntry(entry, titles);
  const Icon = icons[entry.kind];
  const at = new Date(entry.at);
  return (
    <li>
      <time className="numbers" dateTime={entry.at} title={at.toLocaleString()}>
        {formatTimeWithSeconds(at)}
      </time>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      <div className={classes.what}>
        <b>{title}</b>
        {detail === '' ? null : <span className="numbers">{detail}</span>}
        {entry.kind === 'paste' && entry.text !== undefined ? (
          <details>
            <summary>What was pasted</summary>
            <pre>{entry.text}</pre>
          </details>
        ) : null}
      </div>
    </li>
  );
}
