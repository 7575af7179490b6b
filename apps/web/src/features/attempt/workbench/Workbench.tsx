import type { CandidateAttempt } from '@assay/contracts/http';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import { RunAnnouncer } from '#features/attempt/submissions/RunAnnouncer.tsx';
import { useProgress } from '#features/attempt/submissions/useProgress.ts';
import { isUnfinished, useSubmissions } from '#features/attempt/submissions/useSubmissions.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { useSaveState, useServerReadOnly } from '#features/attempt/workspace/useWorkspace.ts';
import { ChallengeBench } from './ChallengeBench.tsx';
import { focusNextPane } from './focusNextPane.ts';
import { HandInDialog } from './HandInDialog.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { OverBanner } from './OverBanner.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { type AttemptSession, useAttemptSession } from './useAttemptSession.ts';
import { useDeadline } from './useDeadline.ts';
import { useKeys } from './useKeys.ts';
import { useSend } from './useSend.ts';
import { useSessionModels } from './editor/useSessionModels.ts';
import classes from './Workbench.module.css';

type Props = { attempt: CandidateAttempt; offsetMs: number };

/** Where the candidate works while the clock runs. */
export function Workbench({ attempt, offsetMs }: Props) {
  const session = useAttemptSession(
    attempt.id,
    attempt.challenges.map(({ slug }) => slug),
  );
  const [search] = useSearchParams();
  const wanted = search.get('challenge');
  const challenge = attempt.challenges.find(({ slug }) => slug === wanted) ?? attempt.challenges[0];
  const workspace = challenge && session?.workspaces.get(challenge.slug);
  useEffect(() => {
    document.title = `${challenge?.title ?? attempt.title} · Assay`;
  }, [challenge, attempt.title]);

  if (session === undefined || challenge === undefined || workspace === undefined) {
    return <Loading label="Opening your workspace" />;
  }
  return (
    <OpenWorkbench
      attempt={attempt}
      offsetMs={offsetMs}
      session={session}
      challenge={challenge}
      workspace={workspace}
    />
  );
}

function OpenWorkbench({
  attempt,
  offsetMs,
  session,
  challenge,
  workspace,
}: Props & {
  session: AttemptSession;
  challenge: CandidateAttempt['challenges'][number];
  workspace: AttemptWorkspace;
}) {
  const { monaco, error: monacoError } = useMonaco();
  const models = useSessionModels(monaco, session, attempt.id);
  const submissions = useSubmissions(attempt.id, session.socket);
  const progress = useProgress(session.socket);
  const { remainingMs, isOver } = useDeadline(attempt, offsetMs);
  const saveState = useSaveState(session.workspaces);
  const serverReadOnly = useServerReadOnly(workspace);
  const { send, sending } = useSend(attempt.id);
  const [shownId, setShownId] = useState<string>();
  const [dialog, setDialog] = useState<'hand-in' | 'keys' | 'submit' | 'settings' | 'quick-open'>();
  const [searching, setSearching] = useState(false);
  const queries = useQueryClient();
  const finish = useMutation(
    api.candidate.finishAttempt.mutationOptions({
      onSuccess: (finished) =>
        queries.setQueryData(
          api.candidate.getAttempt.queryKey({ input: { attemptId: attempt.id } }),
          finished,
        ),
    }),
  );

  const mine = (submissions ?? []).filter((submission) => submission.challenge === challenge.slug);
  const pending = mine.find(isUnfinished);
  const shown = mine.find(({ id }) => id === shownId) ?? mine[0];
  const readOnly = isOver || serverReadOnly;
  const busy = sending ?? pending?.suite;

  const sendNow = async (suite: 'public' | 'hidden') => {
    if (readOnly || busy !== undefined) return;
    setDialog(undefined);
    const sent = await send(workspace, suite);
    if (sent) setShownId(sent.id);
  };
  useKeys({
    run: () => void sendNow('public'),
    submit: () => {
      if (!readOnly && busy === undefined) setDialog('submit');
    },
    help: () => setDialog('keys'),
    nextPane: focusNextPane,
    quickOpen: () => setDialog('quick-open'),
    search: () => setSearching(true),
  });

  return (
    <div className={classes.workbench}>
      <TopBar
        attempt={attempt}
        active={challenge.slug}
        submissions={submissions ?? []}
        remainingMs={remainingMs}
        saveState={saveState}
        sending={busy}
        disabled={readOnly}
        confirming={dialog === 'submit'}
        onConfirming={(confirming) => setDialog(confirming ? 'submit' : undefined)}
        onRun={() => void sendNow('public')}
        onSubmit={() => void sendNow('hidden')}
        onHandIn={() => setDialog('hand-in')}
        onKeys={() => setDialog('keys')}
        onSettings={() => setDialog('settings')}
      />
      {isOver ? <OverBanner saveState={saveState} /> : null}
      <ChallengeBench
        key={challenge.slug}
        attempt={attempt}
        challenge={challenge}
        workspace={workspace}
        monaco={monaco}
        monacoError={monacoError}
        models={models?.get(challenge.slug)}
        saveState={saveState}
        readOnly={readOnly}
        submissions={submissions === undefined ? undefined : mine}
        shown={shown}
        onShow={setShownId}
        progress={progress}
        quickOpen={dialog === 'quick-open'}
        onQuickOpen={(opened) => setDialog(opened ? 'quick-open' : undefined)}
        searching={searching}
        onSearching={setSearching}
      />
      <HandInDialog
        opened={dialog === 'hand-in'}
        onClose={() => setDialog(undefined)}
        attempt={attempt}
        submissions={submissions ?? []}
        remainingMs={remainingMs}
        busy={finish.isPending}
        error={finish.error}
        onHandIn={() => {
          const settled = [...session.workspaces.values()].map(({ provider }) =>
            provider.whenSettled(),
          );
          void Promise.all(settled).then(() => finish.mutate({ attemptId: attempt.id }));
        }}
      />
      <RunAnnouncer key={`announcer ${challenge.slug}`} submission={shown} />
      <Notifications position="bottom-right" autoClose={6_000} />
      <SettingsDialog opened={dialog === 'settings'} onClose={() => setDialog(undefined)} />
      <KeyHelp opened={dialog === 'keys'} onClose={() => setDialog(undefined)} />
    </div>
  );
}
