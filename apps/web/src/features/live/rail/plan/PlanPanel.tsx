import type { InterviewPlan } from '@assay/contracts/live';
import { IconListCheck } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { formatClock, type SessionSpan } from '#features/live/rail/sessionTime.ts';
import classes from './Plan.module.css';
import { SectionCard } from './SectionCard.tsx';
import type { PlanProgress } from './usePlanProgress.ts';

/** What interviewers mean to do, how far they are, and how much time is left. */
export function PlanPanel({
  plan,
  progress,
  span,
  minutes,
  now,
}: {
  plan: InterviewPlan;
  progress: PlanProgress;
  span: SessionSpan;
  /** Planned for the whole session. */
  minutes: number;
  /** The server's clock, ms. */
  now: number;
}) {
  return (
    <>
      <SessionClock span={span} minutes={minutes} now={now} />
      {plan.sections.length === 0 ? (
        <Notice order={3} icon={<IconListCheck size={20} stroke={1.6} />} title="No plan">
          A plan keeps the time of each section, your questions, and what a good answer shows. You
          write it where the session is prepared.
        </Notice>
      ) : (
        <ol className={classes.sections}>
          {plan.sections.map((section, index) => {
            const key = progress.keys[index] ?? section.title;
            return (
              <SectionCard
                key={key}
                name={key}
                section={section}
                progress={progress}
                next={plan.sections[index + 1]}
                isOver={span.endedAt !== undefined}
              />
            );
          })}
        </ol>
      )}
    </>
  );
}

function SessionClock({
  span: { startedAt, endedAt },
  minutes,
  now,
}: {
  span: SessionSpan;
  minutes: number;
  now: number;
}) {
  if (startedAt === undefined)
    return (
      <p className={classes.clock}>
        <b className="numbers">{minutes} min</b>
        <span>The time begins when you start the session.</span>
      </p>
    );
  const elapsed = (endedAt ?? now) - startedAt;
  const left = minutes * 60_000 - elapsed;
  return (
    <p className={classes.clock} data-over={left < 0 || undefined}>
      <b className="numbers">{formatClock(elapsed)}</b>
      <span className="numbers">
        {endedAt !== undefined
          ? `of ${minutes} min. The session has ended.`
          : left < 0
            ? `${formatClock(-left)} over ${minutes} min`
            : `${formatClock(left)} left of ${minutes} min`}
      </span>
    </p>
  );
}
