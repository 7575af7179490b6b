import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPhoneOff } from '@tabler/icons-react';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { useCall } from '#features/live/talk/Talk.ts';
import classes from './Call.module.css';
import { CallTile } from './CallTile.tsx';
import { describeMediaProblem } from './describeMedia.ts';
import { MediaButton } from './MediaButton.tsx';

/** The call while one is in it: who is there, and the own microphone and camera. */
export function CallStrip() {
  const { self, roster } = useLiveSession();
  const { call, state, media } = useCall();
  if (state.phase !== 'in')
    return state.notice === undefined ? null : (
      <p className={classes.notice} role="status">
        {state.notice}
      </p>
    );
  const listens = self.role === 'observer';
  const problems = (['microphone', 'camera'] as const).flatMap((kind) => {
    const problem = media.problems[kind];
    return problem === undefined ? [] : [describeMediaProblem(kind, problem)];
  });
  return (
    <section className={classes.strip} aria-label="Call">
      <div className={classes.row}>
        <ul className={classes.tiles} aria-label="People in the call">
          {state.members.map((member) => {
            const person = roster.find((entry) => entry.participantId === member.participantId);
            const isSelf = member.connection === self.connection;
            return (
              <CallTile
                key={member.connection}
                member={isSelf ? { ...member, ...ownMedia(media) } : member}
                name={person?.name ?? 'Somebody'}
                colour={person?.colour ?? ''}
                isSpeaking={state.speaking.has(member.connection)}
                {...(isSelf
                  ? { own: call.media.track('camera') }
                  : { peer: state.peers.get(member.connection) })}
              />
            );
          })}
        </ul>
        <div className={classes.controls}>
          {listens ? (
            <span className={classes.faint}>You are listening</span>
          ) : (
            <>
              <MediaButton kind="microphone" />
              <MediaButton kind="camera" />
            </>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPhoneOff size={15} stroke={1.7} />}
            onClick={() => call.leave()}
          >
            Leave
          </Button>
        </div>
      </div>
      {problems.map((problem) => (
        <p key={problem} className={classes.problem} role="status">
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden="true" />
          {problem}
        </p>
      ))}
    </section>
  );
}

const ownMedia = ({ microphone, camera }: ReturnType<typeof useCall>['media']) => ({
  microphone,
  camera,
});
