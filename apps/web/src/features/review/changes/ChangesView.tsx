import type { ReviewedChallenge, ReviewSubmission } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { ActionIcon, Select } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { FileDiff } from '#features/attempt/compare/FileDiff.tsx';
import { type Change, listChanges } from '#features/attempt/compare/listChanges.ts';
import { FileTabs } from '#features/code/FileTabs.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import { beginningOf } from '#features/review/desk/beginningOf.ts';
import { useCodeKeys } from '#features/review/desk/useCodeKeys.ts';
import classes from './ChangesView.module.css';
import { countLines, type LineCounts } from './countLines.ts';
import { describeVersion } from './describeVersion.ts';
import { useDiffSteps } from './useDiffSteps.ts';

/** A submission beside the starter, the author’s solution, or another submission: what came, went and changed. */
export function ChangesView({
  attemptId,
  challenge,
  submission,
  beside,
  mayReadReference,
  onBeside,
  onComment,
}: {
  attemptId: string;
  challenge: ReviewedChallenge;
  submission: ReviewSubmission;
  /** `starter`, `reference`, or the id of a submission. */
  beside: string;
  mayReadReference: boolean;
  onBeside: (beside: string) => void;
  /** Called with the line of the submission that somebody wants to say something about. */
  onComment: ((path: string, line: number) => void) | undefined;
}) {
  const { monaco, error } = useMonaco();
  const [wanted, setWanted] = useState<string>();
  const [diff, setDiff] = useState<editor.IStandaloneDiffEditor>();
  const steps = useDiffSteps(diff);
  const others = challenge.submissions.filter(({ id }) => id !== submission.id);
  const other = others.find(({ id }) => id === beside);
  const isReference = beside === 'reference' && mayReadReference;
  const { language, starter } = beginningOf(challenge, submission.files);
  const reference = useQuery(
    api.review.getReference.queryOptions({
      input: { attemptId, challenge: challenge.slug, language },
      enabled: isReference,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const then = isReference ? reference.data?.files : (other?.files ?? starter);
  const now = submission.files;
  const changes = listCounted(then ?? now, now);
  const paths = changes.map(({ path }) => path);
  const shown = wanted !== undefined && paths.includes(wanted) ? wanted : paths[0];

  const open = (path: string) => {
    steps.arrive();
    setWanted(path);
  };
  const step = (by: 1 | -1) => {
    if (steps.move(by)) return;
    const next = paths[paths.indexOf(shown ?? '') + by];
    if (next === undefined) return;
    steps.arrive(by === 1 ? 'first' : 'last');
    setWanted(next);
  };
  useCodeKeys({
    '.': () => step(1),
    ',': () => step(-1),
    c: () => {
      const line = diff?.getModifiedEditor().getPosition()?.lineNumber;
      if (shown !== undefined && line !== undefined && Object.hasOwn(now, shown))
        onComment?.(shown, line);
    },
  });

  const body = () => {
    if (isReference && reference.isError)
      return (
        <ProblemNotice order={3} error={reference.error} onRetry={() => void reference.refetch()} />
      );
    if (error !== undefined) return <ProblemNotice order={3} error={error} />;
    if (then === undefined || monaco === undefined) return <Loading label="Fetching the files" />;
    if (shown === undefined) return <p className={classes.same}>Nothing differs.</p>;
    return (
      <FileDiff
        key={`${submission.id} ${beside} ${shown}`}
        monaco={monaco}
        path={shown}
        before={then[shown] ?? ''}
        after={now[shown] ?? ''}
        onEditor={setDiff}
      />
    );
  };

  return (
    <section className={classes.changes} aria-label="Changes">
      <div className={classes.head}>
        <Select
          size="xs"
          className={classes.beside}
          aria-label="What this submission is held against"
          allowDeselect={false}
          value={isReference ? 'reference' : (other?.id ?? 'starter')}
          onChange={(value) => {
            steps.arrive();
            onBeside(value ?? 'starter');
          }}
          data={[
            { value: 'starter', label: 'Since the starter' },
            ...(mayReadReference
              ? [{ value: 'reference', label: 'Beside the author’s solution' }]
              : []),
            ...others.map((one) => ({ value: one.id, label: `Beside ${describeVersion(one)}` })),
          ]}
        />
        <span className={`${classes.count} numbers`} role="status">
          {describeCount(changes)}
          {steps.at >= 0 ? ` · change ${steps.at + 1} of ${steps.count} in this file` : ''}
        </span>
        <ActionIcon.Group>
          <ActionIcon
            variant="default"
            size={26}
            aria-label="Previous change"
            title="Previous change (,)"
            disabled={shown === undefined}
            onClick={() => step(-1)}
          >
            <IconChevronUp size={15} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={26}
            aria-label="Next change"
            title="Next change (.)"
            disabled={shown === undefined}
            onClick={() => step(1)}
          >
            <IconChevronDown size={15} stroke={1.7} />
          </ActionIcon>
        </ActionIcon.Group>
      </div>
      {paths.length > 0 ? (
        <FileTabs
          open={paths}
          active={shown}
          onOpen={open}
          badge={(path) => <Counts change={changes.find((change) => change.path === path)} />}
        />
      ) : null}
      <div className={classes.body} data-reading>
        {body()}
      </div>
    </section>
  );
}

type Counted = Change & LineCounts;

function listCounted(then: Files, now: Files): Counted[] {
  return listChanges(then, now).map((change) => ({
    ...change,
    ...countLines(then[change.path] ?? '', now[change.path] ?? ''),
  }));
}

function Counts({ change }: { change: Counted | undefined }) {
  if (change === undefined) return null;
  const { kind, added, removed } = change;
  return (
    <span className={`${classes.counts} numbers`}>
      {kind === 'changed' ? null : <i>{kind}</i>}
      {added > 0 ? (
        <b data-kind="added" title={`${added} lines added`}>
          +{added}
        </b>
      ) : null}
      {removed > 0 ? (
        <b data-kind="removed" title={`${removed} lines removed`}>
          −{removed}
        </b>
      ) : null}
    </span>
  );
}

function describeCount(changes: Counted[]): string {
  const sum = (of: keyof LineCounts) => changes.reduce((all, change) => all + change[of], 0);
  const files = changes.length === 1 ? '1 file differs' : `${changes.length} files differ`;
  return changes.length === 0 ? files : `${files}, +${sum('added')} −${sum('removed')}`;
}
