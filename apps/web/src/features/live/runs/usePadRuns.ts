import {
  type LiveRefusal,
  type LiveRun,
  type LiveRunAsked,
  liveRunRight,
} from '@assay/contracts/live';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { describeSaveState } from '#features/attempt/workspace/describeSaveState.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { isGoingOn } from './describeRun.ts';
import { useRunLog } from './useRunLog.ts';

type Unnamed<Asked> = Asked extends unknown ? Omit<Asked, 'id'> : never;

/** What is run in the session, what this person may run, and what is shown of it. */
export function usePadRuns() {
  const { self, status, roster, documents } = useLiveSession();
  const { log, state } = useRunLog();
  const [asking, setAsking] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const [picked, setPicked] = useState<string>();
  const right = liveRunRight(self.role, {
    state: status.state,
    focused: status.focus !== undefined,
  });
  const tests = state.runs.filter((run) => run.kind === 'tests');
  const [newest] = tests;
  const [seen, setSeen] = useState(newest?.id);
  if (newest?.id !== seen) {
    // A new run is what everybody wants to see.
    setSeen(newest?.id);
    setPicked(undefined);
  }
  const shown =
    right.may === 'nothing' ? undefined : (tests.find(({ id }) => id === picked) ?? newest);
  const [newestRequest] = state.runs.filter((run) => run.kind === 'requests');
  const [pickedRequest, setPickedRequest] = useState<string>();
  const [seenRequest, setSeenRequest] = useState(newestRequest?.id);
  if (newestRequest?.id !== seenRequest) {
    setSeenRequest(newestRequest?.id);
    setPickedRequest(undefined);
  }
  useEffect(() => {
    if (shown !== undefined) void log.want(shown);
  }, [log, shown]);

  const ask = async (asked: Unnamed<LiveRunAsked>): Promise<void> => {
    if (asking || right.may !== 'run') return;
    setAsking(true);
    const saved = await documents.get('code')?.whenSettled();
    // The server runs what it has: what was typed has to be there first.
    if (saved?.kind !== 'saved')
      tell('Not run yet', saved ? describeSaveState(saved).detail : 'The code is not open yet.');
    else tellRefusal('Not run', await log.ask({ ...asked, id: crypto.randomUUID() }));
    setAsking(false);
  };
  const cancel = async (id: string): Promise<void> => {
    setCancelling(true);
    tellRefusal('It goes on', await log.cancel(id));
    setCancelling(false);
  };
  return {
    log,
    state,
    right,
    shown,
    /** The run of requests that was chosen from the history, until there is a newer one. */
    pickedRequest,
    /** Brings what came of a run to the front. */
    show: ({ kind, id }: LiveRun) => (kind === 'tests' ? setPicked(id) : setPickedRequest(id)),
    asking,
    ask,
    cancel,
    cancelling,
    /** What goes on now, of those that everybody sees and of the interviewers' own. */
    goingOn: state.runs.filter(isGoingOn),
    mayCancel: ({ by }: LiveRun) =>
      right.may === 'run' && (self.role === 'interviewer' || by === self.participantId),
    nameOf: (participantId: string) =>
      participantId === self.participantId
        ? 'You'
        : (roster.find((person) => person.participantId === participantId)?.name ??
          'Somebody who left'),
  };
}

export type PadRuns = ReturnType<typeof usePadRuns>;

function tellRefusal(title: string, refusal: LiveRefusal | undefined): void {
  if (refusal !== undefined) tell(title, refusal.message);
}

function tell(title: string, message: string): void {
  notifications.show({ id: 'live-run', title, message, color: 'orange', autoClose: 8_000 });
}
