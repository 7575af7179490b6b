import type { ReviewSubmission } from '@assay/contracts/http';
import type { Verdict } from '@assay/contracts/verdict';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import type { Draft } from '#features/author/bench/Draft.ts';
import { useDraftRevision } from '#features/author/bench/useDraft.ts';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { Diagnostics } from '#features/verdict/Diagnostics.tsx';
import { formatCost } from '#features/verdict/formatCost.ts';
import { failingFirst, presentTests } from '#features/verdict/presentedTest.ts';
import { TestList } from '#features/verdict/TestList.tsx';
import panel from '#features/review/desk/VerdictPanel.module.css';
import { compareRuns, describeRuns } from './compareRuns.ts';
import classes from './CopyResult.module.css';
import type { Copy } from './useCopy.ts';

/** What the hidden tests say of a copy, beside what they said of the original. */
export function CopyResult({
  copy,
  draft,
  original,
  onOpenPlace,
}: {
  copy: Copy;
  draft: Draft;
  original: ReviewSubmission;
  onOpenPlace: (place: CodePlace) => void;
}) {
  const revision = useDraftRevision(draft);
  if (copy.isRunning)
    return <Loading label="Running your copy. Submissions of candidates go first" />;
  if (copy.error)
    return (
      <div className={classes.problem}>
        <ProblemNotice order={3} error={copy.error} onRetry={copy.run} />
      </div>
    );
  if (copy.last === undefined)
    return (
      <p className={panel.empty}>
        Run the hidden tests to see what your copy changes. Nothing of it is kept: it is in no
        record, and counts for nothing.
      </p>
    );
  const { verdict, summary } = copy.last.run;
  const comparison = compareRuns(original.verdict, verdict);
  return (
    <section className={panel.panel} aria-label="Tests" tabIndex={-1}>
      <header className={panel.head}>
        <p role="status">
          Your copy: {summary}
          {copy.last.revision === revision ? null : (
            <span className={classes.stale}> You have edited it since.</span>
          )}
        </p>
        <span className={`${panel.cost} numbers`}>
          {costOf(verdict)}
          {original.verdict ? `, the original ${costOf(original.verdict)}` : ''}
        </span>
      </header>
      <div className={classes.comparison}>
        <p className="numbers">{describeRuns(comparison)}</p>
        <Names title="Hold now" names={comparison.mended} kind="mended" />
        <Names title="Hold no longer" names={comparison.broken} kind="broken" />
      </div>
      {verdict.status === 'compile_error' ? (
        <Diagnostics diagnostics={verdict.diagnostics} onOpen={onOpenPlace} />
      ) : null}
      {verdict.status === 'crashed' ? <pre className={panel.crash}>{verdict.message}</pre> : null}
      <TestList
        tests={failingFirst(presentTests(verdict.tests))}
        withSuite
        onOpenFrame={onOpenPlace}
      />
    </section>
  );
}

function Names({
  title,
  names,
  kind,
}: {
  title: string;
  names: string[];
  kind: 'mended' | 'broken';
}) {
  if (names.length === 0) return null;
  const Icon = kind === 'mended' ? IconCircleCheck : IconCircleX;
  return (
    <dl className={classes.names} data-kind={kind}>
      <dt>
        <Icon size={14} stroke={1.7} aria-hidden="true" /> {title}
      </dt>
      {names.map((name) => (
        <dd key={name}>{name.replaceAll(' > ', ' › ')}</dd>
      ))}
    </dl>
  );
}

function costOf({ usage, tests }: Verdict): string {
  const queries = tests.reduce((sum, test) => sum + test.queries, 0);
  return formatCost({ cpuMs: usage.cpuMs, queries }).join(' · ');
}
