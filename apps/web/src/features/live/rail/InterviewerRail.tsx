import type { ScoredCriterion } from '@assay/contracts/http';
import type { InterviewPlan, LiveStatus, NotesEntry } from '@assay/contracts/live';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import pane from '#panes/Pane.module.css';
import classes from './InterviewerRail.module.css';
import { NotesPanel } from './notes/NotesPanel.tsx';
import { useNoteDraft } from './notes/useNoteDraft.ts';
import { type Signal, useNotes } from './notes/useNotes.ts';
import { useRailKeys } from './notes/useRailKeys.ts';
import { PlanPanel } from './plan/PlanPanel.tsx';
import { usePlanProgress } from './plan/usePlanProgress.ts';
import { type PrivateDocument, useDocumentState } from './privateDocument.ts';
import { type Said, RailFoot } from './RailFoot.tsx';
import { ScorecardPanel } from './scorecard/ScorecardPanel.tsx';
import { describeMoment, spanOf, useServerClock } from './sessionTime.ts';
import { OnlyInterviewers } from './OnlyInterviewers.tsx';

/** What interviewers have beside a session, and nobody else: plan, notes and scorecard. */
export function InterviewerRail({
  sessionId,
  plan,
  status,
  offsetMs,
  notes: ownDocument,
  interviewers: sharedDocument,
  onJump,
}: {
  sessionId: string;
  /** Undefined until it has come. */
  plan: InterviewPlan | undefined;
  status: LiveStatus;
  /** How far the server's clock is ahead of this computer's, ms. */
  offsetMs: number;
  /** One's own notes. */
  notes: PrivateDocument | undefined;
  /** What all interviewers share. */
  interviewers: PrivateDocument | undefined;
  /** Shows a moment of the session, where there is a replay. */
  onJump?: ((at: Date) => void) | undefined;
}) {
  const [tab, setTab] = useState<string | null>('plan');
  const [said, setSaid] = useState<Said>();
  const span = spanOf(status);
  const now = useServerClock(offsetMs);
  const moment = () => Date.now() + offsetMs;
  const notes = useNotes(ownDocument);
  const draft = useNoteDraft(sessionId, moment);
  const progress = usePlanProgress({
    plan: plan ?? { sections: [] },
    document: sharedDocument,
    span,
    now: moment,
    shown: now,
  });
  const scorecards = useQuery(api.live.getScorecards.queryOptions({ input: { sessionId } }));
  const criteria = scorecards.data?.criteria ?? [];
  const own = useDocumentState(ownDocument);
  const shared = useDocumentState(sharedDocument);

  const keepNote = () => {
    const { text, at } = draft.take();
    notes.note(text, at);
    setSaid(undefined);
  };
  const tag = ({ key, title }: ScoredCriterion, signal: Signal) => {
    if (!own.opened) return;
    // What stands in the field is about it; but only for those who see the field.
    const { text, at } = tab === 'notes' ? draft.take() : { text: '', at: moment() };
    const entry = notes.tag(key, signal, text, at);
    setSaid({
      words: `${signal === 'strong' ? 'Strong' : 'Weak'} signal for ${title}, ${describeMoment(at, span)}`,
      undo: () => notes.remove(entry),
    });
  };
  const remove = (entry: NotesEntry) => {
    notes.remove(entry);
    const words = entry.kind === 'tag' ? 'The tag is removed.' : 'The note is removed.';
    setSaid({ words, undo: () => notes.keep(entry) });
  };
  useRailKeys({
    tag: (index, signal) => {
      const criterion = criteria[index];
      if (criterion !== undefined) tag(criterion, signal);
    },
    nextSection: () => {
      const { next } = progress;
      if (next === undefined || !shared.opened || span.endedAt !== undefined) return;
      progress.moveTo(next);
      setSaid({ words: `Now: ${next}` });
    },
  });

  return (
    <section className={classes.rail} aria-label="Only interviewers see this">
      <OnlyInterviewers />
      <Tabs
        value={tab}
        onChange={(next) => {
          setTab(next);
          setSaid(undefined);
        }}
        keepMounted={false}
        classNames={{ root: classes.root, list: pane.tabs, tab: pane.tab, panel: pane.panel }}
      >
        <Tabs.List aria-label="Plan, notes and scorecard">
          <Tabs.Tab value="plan">Plan</Tabs.Tab>
          <Tabs.Tab value="notes">
            Notes{' '}
            {notes.entries.length > 0 ? (
              <span className={pane.count}>{notes.entries.length}</span>
            ) : null}
          </Tabs.Tab>
          <Tabs.Tab value="scorecard">Scorecard</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plan" tabIndex={0}>
          {plan === undefined || !shared.opened ? (
            <Loading label="Opening the plan" />
          ) : (
            <PlanPanel
              plan={plan}
              progress={progress}
              span={span}
              minutes={status.minutes}
              now={now}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="notes" tabIndex={0}>
          {own.opened ? (
            <NotesPanel
              notes={notes}
              draft={draft}
              criteria={criteria}
              span={span}
              onNote={keepNote}
              onTag={tag}
              onRemove={remove}
              onJump={onJump}
            />
          ) : (
            <Loading label="Opening your notes" />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="scorecard" keepMounted tabIndex={0}>
          {scorecards.data ? (
            <ScorecardPanel
              sessionId={sessionId}
              scorecards={scorecards.data}
              entries={notes.entries}
              span={span}
            />
          ) : scorecards.isError ? (
            <ProblemNotice
              order={3}
              error={scorecards.error}
              onRetry={() => void scorecards.refetch()}
            />
          ) : (
            <Loading label="Opening your scorecard" />
          )}
        </Tabs.Panel>
      </Tabs>
      <RailFoot
        states={[own.saveState, shared.saveState]}
        said={said}
        onUndone={() => setSaid(undefined)}
      />
    </section>
  );
}
