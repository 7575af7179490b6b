import {
  ChatAsked,
  type ChatPage,
  chatPageSize,
  chatRight,
  ChatSent,
  type LiveRefusal,
} from '@assay/contracts/live';
import { listLiveMessages, listLiveParticipants } from '@assay/db';
import { socketRooms } from '#realtime/announcer.ts';
import { refuse } from '#realtime/socketRefusal.ts';
import { forbidden, malformed, type Talk } from '#live/Talk.ts';
import { presentMessage, writeMessage } from './writeMessage.ts';

const notOpen = refuse('not_now', 'The chat is open while the session is.');
const readOnly = refuse('read_only', 'Observers read the chat. They do not write in it.');

/** Serves the chat of the session that a socket is in. */
export function serveChat({ socket, services, seat, answer }: Talk): void {
  const { db, live } = services;

  async function history(message: unknown): Promise<ChatPage | LiveRefusal> {
    const parsed = ChatAsked.safeParse(message);
    if (!parsed.success) return malformed;
    const mine = seat();
    const insider = mine && live.insider(mine);
    if (mine === undefined || insider === undefined) return forbidden;
    if (chatRight(insider.person.role, insider.state).may === 'nothing') return notOpen;
    const { sessionId } = mine;
    const { before } = parsed.data;
    const found = await listLiveMessages(db, sessionId, { before, limit: chatPageSize + 1 });
    const people = await listLiveParticipants(db, sessionId);
    const page = found.slice(0, chatPageSize).reverse();
    return {
      ok: true,
      messages: page.map((record) => presentMessage(record, people)),
      more: found.length > chatPageSize,
    };
  }

  async function write(message: unknown) {
    const parsed = ChatSent.safeParse(message);
    if (!parsed.success) return findTooLong(message) ?? malformed;
    const mine = seat();
    const insider = mine && live.insider(mine);
    if (mine === undefined || insider === undefined) return forbidden;
    if (insider.person.role === 'observer') return readOnly;
    const written = await writeMessage(services, insider.person, parsed.data);
    // Also when it was there already: the process may have ended between writing it and saying so.
    if (written.ok)
      socket.nsp.to(socketRooms.live(mine.sessionId)).emit('live:chat', written.message);
    return written;
  }

  socket.on('live:chat_history', (message, reply) => answer(reply, () => history(message)));
  socket.on('live:chat', (message, reply) => answer(reply, () => write(message)));
}

/** What people can do by themselves gets words of its own; all else is no message of ours. */
function findTooLong(message: unknown): LiveRefusal | undefined {
  const problem = ChatSent.safeParse(message).error?.issues[0];
  return problem?.code === 'too_big' ? refuse('too_large', problem.message) : undefined;
}
