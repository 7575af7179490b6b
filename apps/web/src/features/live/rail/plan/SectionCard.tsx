import type { PlanSection } from '@assay/contracts/live';
import { Button, Checkbox, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { formatClock } from '#features/live/rail/sessionTime.ts';
import classes from './Plan.module.css';
import type { PlanProgress } from './usePlanProgress.ts';

/** One section of a plan. The one that is on is open; others open at a press. */
export function SectionCard({
  name,
  section,
  progress,
  next,
  isOver,
}: {
  /** As `sectionKeys` calls it. */
  name: string;
  section: PlanSection;
  progress: PlanProgress;
  /** The section that follows. */
  next: PlanSection | undefined;
  isOver: boolean;
}) {
  const isOn = progress.current === name;
  const [opened, setOpened] = useState<boolean>();
  const isOpen = opened ?? isOn;
  const body = useId();
  const asked = section.questions.filter((question) => progress.isAsked(name, question)).length;
  return (
    <li className={classes.section} data-on={isOn || undefined}>
      <h3>
        <UnstyledButton
          className={classes.head}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpened(!isOpen)}
        >
          <IconChevronRight size={14} stroke={1.8} aria-hidden="true" />
          <span className={classes.title}>{section.title}</span>
          {section.questions.length > 0 ? (
            <span className={`${classes.asked} numbers`}>
              {asked} of {section.questions.length} asked
            </span>
          ) : null}
        </UnstyledButton>
      </h3>
      <SectionTime
        elapsedMs={progress.elapsedMs.get(name) ?? 0}
        minutes={section.minutes}
        isOn={isOn}
      />
      <div id={body} className={classes.body} hidden={!isOpen}>
        <Questions name={name} section={section} progress={progress} />
        <Signals section={section} />
        <Anchors section={section} />
        {isOver || isOn ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Go to ${section.title}`}
            onClick={() => progress.moveTo(name)}
          >
            Go here
          </Button>
        )}
        {isOn && next !== undefined && progress.next !== undefined ? (
          <Button
            size="xs"
            fullWidth
            aria-keyshortcuts="Alt+Shift+N"
            onClick={() => progress.next === undefined || progress.moveTo(progress.next)}
          >
            Next: {next.title}, {next.minutes} min
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function SectionTime({
  elapsedMs,
  minutes,
  isOn,
}: {
  elapsedMs: number;
  minutes: number;
  isOn: boolean;
}) {
  const planned = minutes * 60_000;
  const left = planned - elapsedMs;
  const share = Math.min(100, (elapsedMs / planned) * 100);
  return (
    <div className={classes.time} data-over={left < 0 || undefined}>
      <div className={classes.track} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
      <span className="numbers">
        {!isOn && elapsedMs === 0
          ? `${minutes} min`
          : left < 0
            ? `${formatClock(elapsedMs)} of ${minutes} min, ${formatClock(-left)} over`
            : `${formatClock(elapsedMs)} of ${minutes} min, ${formatClock(left)} left`}
      </span>
    </div>
  );
}

function Questions({
  name,
  section,
  progress,
}: Pick<Parameters<typeof SectionCard>[0], 'name' | 'section' | 'progress'>) {
  if (section.questions.length === 0) return null;
  return (
    <ul className={classes.questions} aria-label={`Questions of ${section.title}`}>
      {[...new Set(section.questions)].map((question) => (
        <li key={question}>
          <Checkbox
            size="xs"
            label={question}
            checked={progress.isAsked(name, question)}
            onChange={(event) => progress.setAsked(name, question, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}

function Signals({ section }: { section: PlanSection }) {
  if (section.signals.length === 0) return null;
  return (
    <>
      <h4>A good answer shows</h4>
      <ul className={classes.signals}>
        {[...new Set(section.signals)].map((signal) => (
          <li key={signal}>{signal}</li>
        ))}
      </ul>
    </>
  );
}

function Anchors({ section }: { section: PlanSection }) {
  return section.rubric.map(({ id, title, anchors }) => (
    <details key={id} className={classes.anchors}>
      <summary>{title}: what 1, 3 and 5 look like</summary>
      <dl>
        {([1, 3, 5] as const).map((level) => (
          <div key={level}>
            <dt className="numbers">{level}</dt>
            <dd>{anchors[level]}</dd>
          </div>
        ))}
      </dl>
    </details>
  ));
}
