import { callRight, type CallMember } from '@assay/contracts/live';
import { Button } from '@mantine/core';
import { IconHeadphones, IconPhone } from '@tabler/icons-react';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { useCall } from '#features/live/talk/Talk.ts';
import classes from './Call.module.css';
import { MeetingLink } from './MeetingLink.tsx';
import { MeetingMenu } from './MeetingMenu.tsx';

/** The way into the call, for those who are not in it. */
export function CallEntry() {
  const { self, status, connected } = useLiveSession();
  const { call, state } = useCall();
  const right = callRight(self.role, status.state);
  if (right === 'nothing' || state.phase === 'in') return null;
  const listens = right === 'listen';
  const Icon = listens ? IconHeadphones : IconPhone;
  const isJoining = state.phase === 'joining';
  return (
    <div className={classes.entry}>
      {status.meeting === undefined ? (
        <>
          <Members members={state.members} />
          <Button
            size="compact-sm"
            variant={state.members.length > 0 ? 'light' : 'default'}
            leftSection={<Icon size={15} stroke={1.7} />}
            disabled={!connected}
            loading={isJoining}
            onClick={() => void (listens ? call.listen() : call.join())}
          >
            {listens ? 'Listen to the call' : 'Join the call'}
          </Button>
        </>
      ) : (
        <MeetingLink url={status.meeting} />
      )}
      {self.role === 'interviewer' ? <MeetingMenu /> : null}
    </div>
  );
}

function Members({ members }: { members: readonly CallMember[] }) {
  const { roster } = useLiveSession();
  if (members.length === 0) return null;
  const names = members.map(
    ({ participantId }) => roster.find((person) => person.participantId === participantId)?.name,
  );
  return <span className={classes.faint}>{names.filter(Boolean).join(', ')} in the call</span>;
}
