import type { CallMember } from '@assay/contracts/live';
import {
  IconHeadphones,
  IconMicrophone,
  IconMicrophoneOff,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { personStyle } from '#features/live/presence/personColour.ts';
import type { CallPeer, PeerState } from './CallPeer.ts';
import classes from './Call.module.css';

const states: Record<PeerState, string | undefined> = {
  connected: undefined,
  connecting: 'connecting',
  interrupted: 'interrupted, trying again',
  unreachable: 'cannot be reached from here; a meeting link may help',
};

const sounds = {
  on: { Icon: IconMicrophone, says: undefined },
  off: { Icon: IconMicrophoneOff, says: 'muted' },
  none: { Icon: IconHeadphones, says: 'listening' },
} as const;

/**
 * Somebody in the call. Sound and picture are played as far as the server says that they are given: of an observer
 * nothing is, whatever their browser sends.
 */
export function CallTile({
  member,
  name,
  colour,
  isSpeaking,
  peer,
  own,
}: {
  member: CallMember;
  name: string;
  colour: string;
  isSpeaking: boolean;
  /** Absent for oneself. */
  peer?: CallPeer | undefined;
  /** The own picture. */
  own?: MediaStreamTrack | undefined;
}) {
  const stream = useMemo(() => peer?.stream ?? new MediaStream(own ? [own] : []), [peer, own]);
  const state = peer && states[peer.state];
  const { Icon, says } = sounds[member.microphone];
  const about = [says, isSpeaking ? 'speaking' : undefined, state].filter(Boolean).join(', ');
  return (
    <li
      className={classes.tile}
      style={personStyle(colour)}
      data-speaking={isSpeaking || undefined}
      data-camera={member.camera === 'on' || undefined}
    >
      {member.camera === 'on' ? (
        <Played stream={stream} kind="video" label={peer ? `Picture of ${name}` : 'Your picture'} />
      ) : null}
      {peer !== undefined && member.microphone === 'on' ? (
        <Played stream={stream} kind="audio" label={`Sound of ${name}`} />
      ) : null}
      <span className={classes.who}>
        {state === undefined ? (
          <Icon size={14} stroke={1.8} aria-hidden="true" />
        ) : (
          <IconPlugConnectedX size={14} stroke={1.8} aria-hidden="true" />
        )}
        <b>{peer === undefined ? 'You' : name}</b>
        {about === '' ? null : <span className={classes.about}>{about}</span>}
      </span>
    </li>
  );
}

function Played({
  stream,
  kind,
  label,
}: {
  stream: MediaStream;
  kind: 'audio' | 'video';
  label: string;
}) {
  const element = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    current.srcObject = stream;
    return () => {
      current.srcObject = null;
    };
  }, [stream]);
  // What is said has no captions; the chat is there for what should be read.
  return kind === 'video' ? (
    <video ref={element} autoPlay playsInline muted aria-label={label} />
  ) : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody writes down what people say
    <audio ref={element} autoPlay aria-label={label} />
  );
}
