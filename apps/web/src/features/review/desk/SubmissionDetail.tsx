import type { ReviewedChallenge, ReviewSubmission } from '@assay/contracts/http';
import { Tabs } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { ChangesView } from '#features/review/changes/ChangesView.tsx';
import { CommentList } from '#features/review/comments/CommentList.tsx';
import type { Comments } from '#features/review/comments/useComments.ts';
import { CopyResult } from '#features/review/copy/CopyResult.tsx';
import { CopyView } from '#features/review/copy/CopyView.tsx';
import { useCopy } from '#features/review/copy/useCopy.ts';
import { EvidencePanel } from '#features/review/evidence/EvidencePanel.tsx';
import { Statement } from '#features/statement/Statement.tsx';
import pane from '#panes/Pane.module.css';
import separators from '#panes/Resizable.module.css';
import { beginningOf } from './beginningOf.ts';
import { changedPaths } from './changedPaths.ts';
import { CodePanel } from './CodePanel.tsx';
import classes from './SubmissionDetail.module.css';
import { useCodeKeys } from './useCodeKeys.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

/** The code of one submission in several views, and below it what the tests found. */
export function SubmissionDetail({
  attemptId,
  challenge,
  submission,
  comments,
  mayReview,
  onSubmission,
}: {
  attemptId: string;
  challenge: ReviewedChallenge;
  submission: ReviewSubmission | undefined;
  comments: Comments;
  mayReview: boolean;
  onSubmission: (id: string) => void;
}) {
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') ?? 'code';
  const [wantedPath, setWantedPath] = useState<string>();
  const [place, setPlace] = useState<CodePlace>();
  const layout = useDefaultLayout({ id: 'assay/desk-rows', panelIds: ['code', 'tests'] });
  const copy = useCopy(mayReview ? submission : undefined);
  const { entry, starter } = beginningOf(challenge, submission?.files);
  const files = submission?.files ?? starter;
  const paths = Object.keys(files).toSorted((a, b) => a.localeCompare(b, 'en'));
  const changed = changedPaths(files, starter);
  const first = paths.find((candidate) => changed.has(candidate)) ?? entry;
  const path = [wantedPath, first, paths[0]].find(
    (wanted) => wanted !== undefined && paths.includes(wanted),
  );
  const said = comments.comments.filter(({ submissionId }) =>
    challenge.submissions.some(({ id }) => id === submissionId),
  );
  // Whoever handed nothing in has nothing that changed.
  const shown = submission === undefined && view !== 'statement' ? 'code' : view;

  const set = (name: string, value: string) =>
    setSearch(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const show = (next: string | null) => set('view', next ?? 'code');
  const openPlace = (next: CodePlace) => {
    show('code');
    setWantedPath(next.file);
    setPlace({ ...next });
  };
  const openInCopy = useCallback((next: CodePlace) => {
    setWantedPath(next.file);
    setPlace({ ...next });
  }, []);
  const mayCopy = mayReview && submission !== undefined && paths.length > 0;
  useCodeKeys({
    d: () => {
      if (submission !== undefined) show(shown === 'changes' ? 'code' : 'changes');
    },
    e: () => {
      if (!mayCopy) return;
      show('code');
      copy.open();
    },
  });
  const draft = copy.isOpen ? copy.draft : undefined;

  const code = () => {
    if (path === undefined) return <p className={pane.empty}>This submission has no files.</p>;
    if (draft !== undefined)
      return (
        <CopyView
          key={draft.basedOn}
          copy={copy}
          draft={draft}
          entry={entry}
          path={wantedPath ?? path}
          place={place}
          onOpen={setWantedPath}
          onPlace={openInCopy}
        />
      );
    return (
      <CodePanel
        files={files}
        paths={paths}
        path={path}
        entry={entry}
        place={place}
        changed={changed}
        submissionId={submission?.id}
        comments={comments}
        onOpen={setWantedPath}
        onCopy={mayCopy ? copy.open : undefined}
      />
    );
  };

  return (
    <Group
      className={separators.group}
      {...layout}
      orientation="vertical"
      style={{ height: '100%' }}
    >
      <Panel id="code" minSize={160}>
        <section className={pane.pane} aria-label="Code">
          <Tabs
            value={shown}
            onChange={show}
            keepMounted={false}
            classNames={{ root: pane.root, list: pane.tabs, tab: pane.tab, panel: pane.panel }}
          >
            <Tabs.List aria-label="Views of the work">
              <Tabs.Tab value="code">
                {submission === undefined ? 'Starter' : draft ? 'Copy' : 'Code'}
              </Tabs.Tab>
              {submission ? <Tabs.Tab value="changes">Changes</Tabs.Tab> : null}
              {submission ? (
                <Tabs.Tab value="comments">
                  Comments
                  {said.length > 0 ? <span className={pane.count}>{said.length}</span> : null}
                </Tabs.Tab>
              ) : null}
              <Tabs.Tab value="statement">Statement</Tabs.Tab>
              {mayReview ? <Tabs.Tab value="evidence">Evidence</Tabs.Tab> : null}
            </Tabs.List>
            <Tabs.Panel value="code" className={classes.code}>
              {code()}
            </Tabs.Panel>
            {submission ? (
              <Tabs.Panel value="changes" className={classes.code}>
                <ChangesView
                  attemptId={attemptId}
                  challenge={challenge}
                  submission={submission}
                  beside={search.get('beside') ?? 'starter'}
                  mayReadReference={mayReview}
                  onBeside={(beside) => set('beside', beside)}
                  onComment={
                    comments.canWrite
                      ? (file, line) => {
                          openPlace({ file, line, column: 1 });
                          const lines = { fromLine: line, toLine: line };
                          comments.begin({ submissionId: submission.id, path: file, ...lines });
                        }
                      : undefined
                  }
                />
              </Tabs.Panel>
            ) : null}
            {submission ? (
              <Tabs.Panel value="comments">
                <CommentList
                  comments={said}
                  submissions={challenge.submissions}
                  canWrite={comments.canWrite}
                  onGo={({ submissionId, path: file, toLine }) => {
                    if (submissionId !== submission.id) onSubmission(submissionId);
                    openPlace({ file, line: toLine, column: 1 });
                  }}
                />
              </Tabs.Panel>
            ) : null}
            {mayReview ? (
              <Tabs.Panel value="evidence" tabIndex={0}>
                <EvidencePanel attemptId={attemptId} challenge={challenge.slug} />
              </Tabs.Panel>
            ) : null}
            <Tabs.Panel value="statement" tabIndex={0}>
              <div className={pane.text}>
                <Statement markdown={challenge.statement} />
              </div>
            </Tabs.Panel>
          </Tabs>
        </section>
      </Panel>
      <Separator className={separators.row} aria-label="Height of the tests" />
      <Panel id="tests" defaultSize="42%" minSize={80}>
        {draft !== undefined && submission !== undefined ? (
          <CopyResult copy={copy} draft={draft} original={submission} onOpenPlace={openInCopy} />
        ) : (
          <VerdictPanel submission={submission} mayRejudge={mayReview} onOpenPlace={openPlace} />
        )}
      </Panel>
    </Group>
  );
}
