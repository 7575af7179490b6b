import { z } from 'zod';
import type { LiveRole, LiveState } from './liveSession.ts';

/** People in one call: each sends to each, which is what browsers and home connections bear. */
export const maxCallMembers = 4;
/** The description of one side, characters. Browsers write some eight thousand. */
export const maxDescriptionLength = 32_768;

export const CallMedia = z
  .strictObject({
    microphone: z.enum(['on', 'off', 'none']),
    camera: z.enum(['on', 'off', 'none']),
  })
  .describe(
    'What somebody gives to the call. `none`: there is no device, or the page may not use it; they listen. It is what their page says of itself, shown to the others as a sign; of observers the server says `none`.',
  );
export type CallMedia = z.infer<typeof CallMedia>;

/** One page in the call. A person is in it with one page at a time: the newest. */
export type CallMember = CallMedia & { connection: string; participantId: string };

export const CallSignal = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('description'),
      type: z.enum(['offer', 'answer']),
      sdp: z.string().max(maxDescriptionLength),
    }),
    z.strictObject({
      kind: z.literal('candidate'),
      candidate: z.string().max(1_000),
      sdpMid: z.string().max(64).nullable(),
      sdpMLineIndex: z.int().min(0).max(64).nullable(),
      usernameFragment: z.string().max(256).nullable(),
    }),
  ])
  .describe(
    'What two browsers tell each other to find a way between them. The server passes it on and keeps nothing of it.',
  );
export type CallSignal = z.infer<typeof CallSignal>;

export const CallTold = z
  .tuple([z.string().min(1).max(16), CallSignal])
  .describe('A page in the session, by the name that the server gave it, and what it is told.');

/** A server that helps browsers to find each other (`stun:`) or passes their streams on (`turn:`). */
export type IceServer = { urls: string; username?: string; credential?: string };

export type CallJoined = { ok: true; members: CallMember[]; iceServers: IceServer[] };

export const MeetingUrl = z
  .url({ protocol: /^https$/, error: 'A meeting link begins with https://.' })
  .max(500, 'A meeting link has at most 500 characters.')
  .refine((address) => {
    const url = URL.parse(address);
    return url !== null && url.username === '' && url.password === '' && url.hostname !== '';
  }, 'A meeting link holds no name and password.')
  .describe('The address of a call elsewhere. Only https, and without a password in it.');

/**
 * What somebody who was let in may do in the call now: it ends with the session, and until the start interviewers
 * are among themselves. Observers listen. Browsers decide by it whose voice and picture they play.
 */
export function callRight(role: LiveRole, state: LiveState): 'nothing' | 'listen' | 'speak' {
  if (state === 'ended') return 'nothing';
  if (role === 'interviewer') return 'speak';
  if (state !== 'open') return 'nothing';
  return role === 'observer' ? 'listen' : 'speak';
}
