import type { SaveState } from '@assay/workspace/browser';
import { ActionIcon, Button, Kbd, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import {
  IconDots,
  IconFilePlus,
  IconInbox,
  IconPlayerPlayFilled,
  IconSearch,
  IconSend,
} from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { SaveIndicator } from '#features/attempt/workspace/SaveIndicator.tsx';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import { testOutcomes } from '#features/verdict/outcome.ts';
import { OutcomeWord } from '#features/verdict/OutcomeWord.tsx';
import classes from './Theme.module.css';

const saveStates: SaveState[] = [
  { kind: 'saved', pending: 0, reconnected: false },
  { kind: 'saving', pending: 2 },
  { kind: 'offline', pending: 42, kept: true },
  { kind: 'saved', pending: 0, reconnected: true },
  { kind: 'refused', pending: 1, code: 'too_large', message: 'The paste is too large.' },
];
const doNothing = () => undefined;

/** The parts that pages are made of. */
export function Parts() {
  return (
    <>
      <section className={classes.section} aria-labelledby="controls">
        <h2 id="controls">Controls</h2>
        <p>
          One filled button on a view: what most people came for. What destroys is red, says what
          will be gone, and can be taken back or has to be typed. Every icon button has a name.
          Links in prose, menus, disclosures and fields take their look from the theme: a page that
          styles its own makes a second way.
        </p>
        <div className={classes.row}>
          <Button leftSection={<IconSend size={16} stroke={1.6} />}>Submit</Button>
          <Button variant="default" leftSection={<IconPlayerPlayFilled size={13} />}>
            Run
          </Button>
          <Button variant="subtle">Not now</Button>
          <Button color="red">Withdraw</Button>
          <Button disabled>Over</Button>
          <Tooltip label="More">
            <ActionIcon variant="subtle" color="gray" size={30} aria-label="More">
              <IconDots size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
        <div className={`${classes.row} ${classes.fields}`}>
          <TextInput label="Name" placeholder="Noor Haddad" />
          <TextInput label="Email" defaultValue="noor" error="This is not an address." />
        </div>
        <div className={classes.row}>
          <SegmentedControl data={['Light', 'Dark', 'As the system']} aria-label="Colours" />
          <span>
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </span>
        </div>
      </section>
      <section className={classes.section} aria-labelledby="icons">
        <h2 id="icons">Icons</h2>
        <p>Tabler’s, 1.6 to 1.8 px wide, 16 px beside text of 13 or 14. No emoji.</p>
        <div className={classes.row}>
          {[IconInbox, IconSearch, IconFilePlus, IconSend, IconDots].map((Icon) => (
            <Icon key={Icon.displayName} size={16} stroke={1.6} aria-hidden="true" />
          ))}
        </div>
      </section>
      <section className={classes.section} aria-labelledby="outcomes">
        <h2 id="outcomes">Outcomes, states and the hallmark</h2>
        <p>
          A colour never speaks alone. What is uncertain says so; our own failure is never shown as
          a candidate’s. Gold is the hallmark’s.
        </p>
        <div className={classes.row}>
          {Object.values(testOutcomes).map(({ word, tone, Icon }) => (
            <span key={word} className={classes.outcome} data-tone={tone}>
              <Icon size={16} stroke={1.8} aria-hidden="true" /> {word}
            </span>
          ))}
          <OutcomeWord status="sandbox_error" state="judged" />
          <Hallmark value="78f4c55a9bec" />
        </div>
        <div className={classes.row}>
          {saveStates.map((state) => (
            <SaveIndicator key={JSON.stringify(state)} state={state} />
          ))}
        </div>
      </section>
      <section className={classes.section} aria-labelledby="words">
        <h2 id="words">Words</h2>
        <p>
          Plain, to the person, without exclamation marks and without blame. An error says what
          happened, whether the work is safe, and what to do. An empty place says what it is for and
          offers the first step:
        </p>
        <Notice
          order={3}
          icon={<IconInbox size={20} stroke={1.6} />}
          title="Nothing to review yet"
          actions={[{ label: 'Invite somebody', onClick: doNothing }]}
        >
          <p>Attempts appear here once candidates have handed in.</p>
        </Notice>
      </section>
      <section className={classes.section} aria-labelledby="pages">
        <h2 id="pages">Pages</h2>
        <p>
          Composed for 1,280 and 1,920 px, readable at 640, which is 1,280 at 200 % zoom, and on
          paper, where colours are light and nothing asks to be pressed. Search comes first among
          the filters of a list; an empty list keeps its frame.{' '}
          <code className="code">npm run pictures -- --all</code> shows every page in every size and
          colour: look before and after a change.
        </p>
      </section>
      <section className={classes.section} aria-labelledby="motion">
        <h2 id="motion">Motion</h2>
        <p>
          120 to 180 ms, to explain a change, never to decorate; none for those who asked their
          system for less.
        </p>
      </section>
    </>
  );
}
