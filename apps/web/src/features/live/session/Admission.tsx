import type { RosterEntry } from '@assay/contracts/live';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { useLiveSession } from './LiveSession.ts';
import classes from './Pad.module.css';
import { tellProblem } from './tellProblem.ts';

/** Lets somebody in who waits, or turns them away; `quiet` where something else comes first. */
export function Admission({ person, quiet = false }: { person: RosterEntry; quiet?: boolean }) {
  const { sessionId, status, details } = useLiveSession();
  const { participantId, name } = person;
  const admit = useMutation(
    api.live.admit.mutationOptions({
      onError: tellProblem,
    }),
  );
  const known = details?.participants.find(({ id }) => id === participantId);
  const isAdmitted = known?.admittedAt !== undefined;
  const isRefused = known?.refusedAt !== undefined;
  const letIn = status.state === 'open' ? 'Let in' : 'Let in at the start';
  return (
    <Group gap={4} wrap="nowrap">
      {isAdmitted ? (
        <span className={classes.faint}>Comes in when you start</span>
      ) : (
        <Button
          size="compact-sm"
          variant={quiet ? 'default' : 'filled'}
          loading={admit.isPending}
          aria-label={`${letIn}: ${name}`}
          onClick={() => admit.mutate({ sessionId, participantId, admitted: true })}
        >
          {letIn}
        </Button>
      )}
      {isRefused ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`Turn away: ${name}`}
          onClick={() => admit.mutate({ sessionId, participantId, admitted: false })}
        >
          Turn away
        </Button>
      )}
    </Group>
  );
}
