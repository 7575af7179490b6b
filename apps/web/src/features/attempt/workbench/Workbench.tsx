import type { CandidateAttempt } from '@assay/contracts/http';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '#app/Loading.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import { useActivity } from '#features/attempt/activity/useActivity.ts';
import { RunAnnouncer } from '#features/attempt/submissions/RunAnnouncer.tsx';
import { useProgress } from '#features/attempt/submissions/useProgress.ts';
import {
  isUnfinished,
  useCancel,
  useSubmissions,
} from '#features/attempt/submissions/useSubmissions.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { useSaveState, useServerReadOnly } from '#features/attempt/workspace/useWorkspace.ts';
import { useLive } from '#features/attempt/useLive.ts';
import { WithdrawDialog } from '#features/attempt/withdraw/WithdrawDialog.tsx';
import { ChallengeBench } from './ChallengeBench.tsx';
import { ChallengeStart } from './ChallengeStart.tsx';
import { focusNextPane } from './focusNextPane.ts';
import { HandInDialog } from './HandInDialog.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { OverBanner } from './OverBanner.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { type AttemptSession, useAttemptSession } from './useAttemptSession.ts';
import { useDeadline } from './useDeadline.ts';
import { useHandIn } from './useHandIn.ts';
import { useKeys } from './useKeys.ts';
import { useSend } from './useSend.ts';
import { useSessionModels } from './editor/useSessionModels.ts';
import classes from './Workbench.module.css';

type Props = { attempt: CandidateAttempt; offsetMs: number };

/** Whether a challenge can be worked on: the clock of one that has its own may not run yet. */
function hasBegun({ clock }: CandidateAttempt['challenges'][number]): boolean {
  return clock === undefined || clock.startedAt !== undefined;
}

/** Where the candidate works while the clock runs. */
export function Workbench({ attempt, offsetMs }: Props) {
  const session = useAttemptSession(
    attempt.id,
    attempt.challenges.filter(hasBegun).map(({ slug }) => slug),
  );
  const [search] = useSearchParams();
  const wanted = search.get('challenge');
  const challenge = attempt.challenges.find(({ slug }) => slug === wanted) ?? attempt.challenges[0];
  const workspace = challenge && session?.workspaces.get(challenge.slug);
  useEffect(() => {
    document.title = `${challenge?.title ?? attempt.title} · Assay`;
  }, [challenge, attempt.title]);

  if (challenge !== undefined && !hasBegun(challenge)) {
    return <ChallengeStart attempt={attempt} challenge={challenge} />;
  }
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
  const models = useSessionModels(monaco, session.workspaces, attempt.id);
  useActivity(attempt, monaco, models);
  const submissions = useSubmissions(attempt.id, session.socket);
  const progress = useProgress(session.socket);
  useLive(attempt.id, session.socket);
  const clock = challenge.clock ?? attempt;
  const isHandedIn = clock.finishedAt !== undefined;
  const { remainingMs, isOver } = useDeadline(attempt.id, {
    deadline: isHandedIn ? undefined : clock.deadline,
    offsetMs,
  });
  const saveState = useSaveState(session.workspaces);
  const serverReadOnly = useServerReadOnly(workspace);
  const { send, sending } = useSend(attempt.id);
  const [shownId, setShownId] = useState<string>();
  const [dialog, setDialog] = useState<
    'hand-in' | 'keys' | 'submit' | 'settings' | 'quick-open' | 'withdraw'
  >();
  const [searching, setSearching] = useState(false);
  const { handIn, isPending, isRepeating, error } = useHandIn(attempt, challenge);
  const cancel = useCancel(attempt.id);

  const mine = (submissions ?? []).filter((submission) => submission.challenge === challenge.slug);
  const pending = mine.find(isUnfinished);
  const shown = mine.find(({ id }) => id === shownId) ?? mine[0];
  const readOnly = isOver || isHandedIn || serverReadOnly;
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
        clock={
          isHandedIn
            ? undefined
            : { remainingMs, startedAt: clock.startedAt, deadline: clock.deadline }
        }
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
        onWithdraw={() => setDialog('withdraw')}
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
        onCancel={(submissionId) => cancel.mutate({ attemptId: attempt.id, submissionId })}
        cancelling={cancel.isPending}
        progress={progress}
        quickOpen={dialog === 'quick-open'}
        onQuickOpen={(opened) => setDialog(opened ? 'quick-open' : undefined)}
        searching={searching}
        onSearching={setSearching}
      />
      <HandInDialog
        opened={dialog === 'hand-in'}
        onClose={() => setDialog(undefined)}
        challenges={challenge.clock === undefined ? attempt.challenges : [challenge]}
        submissions={submissions ?? []}
        remainingMs={remainingMs}
        busy={isPending}
        repeating={isRepeating}
        error={error}
        onHandIn={() => {
          const settled = [...session.workspaces.values()].map(({ provider }) =>
            provider.whenSettled(),
          );
          void Promise.all(settled).then(() => handIn(() => setDialog(undefined)));
        }}
      />
      <RunAnnouncer key={`announcer ${challenge.slug}`} submission={shown} />
      <Notifications position="bottom-right" autoClose={6_000} />
      <WithdrawDialog
        attempt={attempt}
        opened={dialog === 'withdraw'}
        onClose={() => setDialog(undefined)}
      />
      <SettingsDialog opened={dialog === 'settings'} onClose={() => setDialog(undefined)} />
      <KeyHelp opened={dialog === 'keys'} onClose={() => setDialog(undefined)} />
    </div>
  );
}
