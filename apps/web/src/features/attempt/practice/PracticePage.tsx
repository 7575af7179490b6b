import type { CandidateChallenge } from '@assay/contracts/http';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { describeProblem } from '#app/describeProblem.ts';
import { RunAnnouncer } from '#features/attempt/submissions/RunAnnouncer.tsx';
import { ChallengeBench } from '#features/attempt/workbench/ChallengeBench.tsx';
import { useSessionModels } from '#features/attempt/workbench/editor/useSessionModels.ts';
import { focusNextPane } from '#features/attempt/workbench/focusNextPane.ts';
import { KeyHelp } from '#features/attempt/workbench/KeyHelp.tsx';
import { SettingsDialog } from '#features/attempt/workbench/settings/SettingsDialog.tsx';
import { useKeys } from '#features/attempt/workbench/useKeys.ts';
import bench from '#features/attempt/workbench/Workbench.module.css';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { useMonaco } from '#features/code/useMonaco.ts';
import { PracticeBar } from './PracticeBar.tsx';
import { practiceWorkspace, type Starters } from './practiceWorkspace.ts';
import { usePractice } from './usePractice.ts';

/** The real editor with a challenge that does not count, before the clock runs. */
export function PracticePage() {
  const { attemptId = '' } = useParams();
  const practice = useQuery(
    api.candidate.getPractice.queryOptions({
      input: { attemptId },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  useEffect(() => {
    document.title = 'Practice · Assay';
  }, []);
  if (practice.isPending) return <Loading label="Opening the editor" />;
  if (practice.isError) {
    const isOver = describeProblem(practice.error).code === 'PRACTICE_OVER';
    return (
      <PlainPage title="Practice">
        {isOver ? (
          <Notice
            order={1}
            title="Practice is over"
            actions={[{ label: 'Go to your attempt', to: `/attempts/${attemptId}` }]}
          >
            It is for before the start, and your attempt has begun.
          </Notice>
        ) : (
          <ProblemNotice order={1} error={practice.error} onRetry={() => void practice.refetch()} />
        )}
      </PlainPage>
    );
  }
  return <Practice attemptId={attemptId} {...practice.data} />;
}

function Practice({
  attemptId,
  challenge,
  starters,
}: {
  attemptId: string;
  challenge: CandidateChallenge;
  starters: Starters;
}) {
  const workspaces = usePracticeWorkspaces(attemptId, challenge, starters);
  const workspace = workspaces?.get(challenge.slug);
  const { monaco, error: monacoError } = useMonaco();
  const models = useSessionModels(monaco, workspaces, attemptId);
  const { runs, pending, send, cancel } = usePractice(attemptId, workspace);
  const [shownId, setShownId] = useState<string>();
  const [dialog, setDialog] = useState<'keys' | 'submit' | 'settings' | 'quick-open'>();
  const [searching, setSearching] = useState(false);
  const shown = runs.find(({ id }) => id === shownId) ?? runs[0];

  const sendNow = (suite: 'public' | 'hidden') => {
    setDialog(undefined);
    setShownId(undefined);
    void send(suite);
  };
  useKeys({
    run: () => sendNow('public'),
    submit: () => {
      if (pending === undefined) setDialog('submit');
    },
    help: () => setDialog('keys'),
    nextPane: focusNextPane,
    quickOpen: () => setDialog('quick-open'),
    search: () => setSearching(true),
  });

  if (workspace === undefined) return <Loading label="Opening the editor" />;
  return (
    <div className={bench.workbench}>
      <PracticeBar
        attemptId={attemptId}
        sending={pending?.suite}
        confirming={dialog === 'submit'}
        onConfirming={(confirming) => setDialog(confirming ? 'submit' : undefined)}
        onRun={() => sendNow('public')}
        onSubmit={() => sendNow('hidden')}
        onKeys={() => setDialog('keys')}
        onSettings={() => setDialog('settings')}
      />
      <ChallengeBench
        attempt={{ id: attemptId, challenges: [challenge] }}
        challenge={challenge}
        workspace={workspace}
        monaco={monaco}
        monacoError={monacoError}
        models={models?.get(challenge.slug)}
        saveState={workspace.provider.saveState}
        readOnly={false}
        submissions={runs}
        shown={shown}
        onShow={setShownId}
        onCancel={cancel}
        cancelling={false}
        progress={new Map()}
        quickOpen={dialog === 'quick-open'}
        onQuickOpen={(opened) => setDialog(opened ? 'quick-open' : undefined)}
        searching={searching}
        onSearching={setSearching}
      />
      <RunAnnouncer submission={shown} />
      <Notifications position="bottom-right" autoClose={6_000} />
      <SettingsDialog opened={dialog === 'settings'} onClose={() => setDialog(undefined)} />
      <KeyHelp opened={dialog === 'keys'} onClose={() => setDialog(undefined)} />
    </div>
  );
}

/** The workspace for as long as the page is shown. */
function usePracticeWorkspaces(
  attemptId: string,
  challenge: CandidateChallenge,
  starters: Starters,
): ReadonlyMap<string, AttemptWorkspace> | undefined {
  const queries = useQueryClient();
  const [workspaces, setWorkspaces] = useState<ReadonlyMap<string, AttemptWorkspace>>();
  useEffect(() => {
    const input = { attemptId, challenge: challenge.slug, version: 'starter' as const };
    const workspace = practiceWorkspace(attemptId, challenge, starters, (files) =>
      queries.setQueryData(api.candidate.getVersion.queryKey({ input }), { files }),
    );
    setWorkspaces(new Map([[challenge.slug, workspace]]));
    return () => {
      setWorkspaces(undefined);
      workspace.close();
    };
  }, [attemptId, challenge, starters, queries]);
  return workspaces;
}
