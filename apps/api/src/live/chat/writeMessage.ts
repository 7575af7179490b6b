import {
  type ChatMessage,
  chatRight,
  type ChatSent,
  type LiveRefusal,
  maxChatBurst,
  maxChatMessages,
} from '@assay/contracts/live';
import {
  countLiveMessages,
  findLiveMessage,
  insertLiveMessage,
  type LiveMessageRecord,
  type LiveParticipantRecord,
  lockLiveSession,
} from '@assay/db';
import type { Services } from '#services.ts';
import { refuse } from '#realtime/socketRefusal.ts';
import { forbidden } from '#live/Talk.ts';

/** What `maxChatBurst` is about, ms. */
const burstMs = 10_000;

const ended = refuse('not_now', 'This session has ended. Its chat takes no more messages.');
const notYet = refuse('not_now', 'The chat opens when the session starts.');
const anothers = refuse('malformed', 'A message has this id already.');
const tooFast = refuse(
  'unavailable',
  `More than ${maxChatBurst} messages in ten seconds are too many. It is sent in a moment.`,
);
const full = refuse(
  'read_only',
  `You have written ${maxChatMessages} messages in this session, which takes no more of you.`,
);

/**
 * Writes a message of somebody who is in the session, durably, once. One message of a session is written at a
 * time, so that they are in one order for all, and none follows the end.
 */
export async function writeMessage(
  { db, now }: Pick<Services, 'db' | 'now'>,
  person: LiveParticipantRecord,
  { id, text }: ChatSent,
): Promise<{ ok: true; message: ChatMessage } | LiveRefusal> {
  const { id: participantId, sessionId, role } = person;
  return db.transaction(async (tx) => {
    const session = await lockLiveSession(tx, sessionId, 'update');
    if (session === undefined) return forbidden;
    const known = await findLiveMessage(tx, sessionId, id);
    if (known !== undefined)
      return known.participantId === participantId && known.text === text
        ? { ok: true, message: presentMessage(known, [person]) }
        : anothers;
    if (chatRight(role, session.state).may !== 'write')
      return session.state === 'ended' ? ended : notYet;
    const at = now();
    const since = new Date(at.getTime() - burstMs);
    const { all, recent } = await countLiveMessages(tx, participantId, since);
    if (all >= maxChatMessages) return full;
    if (recent >= maxChatBurst) return tooFast;
    const written = await insertLiveMessage(tx, { sessionId, id, participantId, at, text });
    return { ok: true, message: presentMessage(written, [person]) };
  });
}

/** A message as everybody reads it. Its author may have been taken out of the session since. */
export function presentMessage(
  { id, seq, at, participantId, text }: LiveMessageRecord,
  people: readonly LiveParticipantRecord[],
): ChatMessage {
  const author = people.find((person) => person.id === participantId);
  if (author === undefined) throw new Error('A message has no author in its session.');
  const { name, role, colour } = author;
  return { id, seq, at: at.toISOString(), from: { participantId, name, role, colour }, text };
}
