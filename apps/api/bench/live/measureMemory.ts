import { LiveServer } from '#testing/chaos/LiveServer.ts';
import type { PreparedSession } from '#testing/chaos/liveServerProcess.ts';
import { waitFor } from '#testing/waitFor.ts';
import { openPage } from './openPage.ts';

const warmRooms = 3;
const rooms = 30;

/** Measures what the server holds for a session of two in which somebody has typed for an hour, and prints it. */
export async function measureMemory(): Promise<void> {
  const server = await LiveServer.start();
  const close: (() => void)[] = [];
  try {
    const sessions: PreparedSession[] = [];
    for (let room = 0; room < warmRooms + rooms; room += 1) {
      const session = await server.ask('prepare', ['interviewer', 'candidate']);
      await server.ask('fill', session.sessionId);
      sessions.push(session);
    }
    for (const session of sessions.slice(0, warmRooms)) close.push(await open(server.url, session));
    const before = await server.ask('memory');
    for (const session of sessions.slice(warmRooms)) close.push(await open(server.url, session));
    const after = await server.ask('memory');
    const perRoom = (name: 'heapBytes' | 'rssBytes') =>
      `${((after[name] - before[name]) / rooms / 1e6).toFixed(2)} MB`;
    console.log(
      `\nThe server’s memory for a session of two, an hour in, of ${rooms}: ${perRoom('heapBytes')} in the heap, ${perRoom('rssBytes')} of the process.`,
    );
  } finally {
    for (const end of close) end();
    await server.close();
  }
}

/** Opens a session as its two people do; answers the end of it. */
async function open(url: string, { sessionId, people }: PreparedSession): Promise<() => void> {
  const pages = people.map((person) => openPage(url, sessionId, person));
  for (const { connection } of pages)
    await waitFor(() => connection.view().documents.get('code')?.opened);
  return () => {
    for (const { socket, connection } of pages) {
      connection.close();
      socket.disconnect();
    }
  };
}
