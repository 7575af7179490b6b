/**
 * A server of live sessions in a process of its own, on a data folder: `node liveServerProcess.ts <folder> <port>`.
 * `LiveServer` starts it, asks it and kills it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LiveDocument } from '@assay/contracts/live';
import { insertDocumentUpdates, listDocumentUpdates } from '@assay/db';
import type { LogEntry } from '@assay/workspace';
import { hourOfTyping } from '@assay/workspace/testing';
import * as Y from 'yjs';
import { prepareSession } from '#testing/livePeople.ts';
import { startTestApi } from '#testing/startTestApi.ts';

setFlagsFromString('--expose-gc');
// What it answers is the collector, by V8's own contract.
const collect = runInNewContext('gc') as () => void;
/** What is in memory is the same for few rows of many changes, and is there sooner. */
const changesInRow = 500;
const [dataFolder = '', port = '0'] = process.argv.slice(2);
const api = await startTestApi({ dataFolder, port: Number(port) });

export type Role = 'interviewer' | 'candidate' | 'observer';
export type PreparedSession = {
  sessionId: string;
  people: { role: Role; as: 'staff' | 'link'; cookie: string }[];
};

/** What the process answers. */
const questions = {
  url: async () => api.url,

  /** An open session with these people, who are let in. */
  prepare: async (roles: Role[]): Promise<PreparedSession> => {
    const { host, sessionId, invite } = await prepareSession(api, { open: true });
    const people: PreparedSession['people'] = [];
    for (const role of roles) {
      const staff = role === 'interviewer';
      const client = staff ? host : (await invite(role, { admitted: true })).client;
      people.push({ role, as: staff ? 'staff' : 'link', cookie: client.cookieHeader() });
    }
    return { sessionId, people };
  },

  /** Puts an hour of somebody’s typing into the code of a session that nobody has opened. */
  fill: async (sessionId: string): Promise<void> => {
    const key = { sessionId, document: 'code' };
    const { entries } = hourOfTyping();
    const updates: LogEntry[] = [];
    for (let from = 0; from < entries.length; from += changesInRow) {
      const together = entries.slice(from, from + changesInRow);
      const bytes = Y.mergeUpdates(together.map((entry) => entry.bytes));
      updates.push({ at: new Date(), author: 'candidate', bytes });
    }
    await insertDocumentUpdates(api.db, key, updates);
  },

  /** The log of a document, as it is durable. */
  log: async (sessionId: string, document: LiveDocument): Promise<Uint8Array[]> =>
    (await listDocumentUpdates(api.db, { sessionId, document }, 0)).map(({ bytes }) => bytes),

  /** CPU that the process has used so far, ms. */
  cpuMs: async (): Promise<number> => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },

  /** What the process holds once all that can be freed is. */
  memory: async () => {
    collect();
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heapBytes: heapUsed + external, rssBytes: rss };
  },
};
export type LiveServerQuestions = typeof questions;
export type Question = {
  [Name in keyof LiveServerQuestions]: {
    id: number;
    name: Name;
    args: Parameters<LiveServerQuestions[Name]>;
  };
}[keyof LiveServerQuestions];

process.on('disconnect', () => void api.close().then(() => process.exit()));
process.on('message', ({ id, name, args }: Question) => {
  // The arguments are those of the name, which the compiler cannot see through the union.
  (questions[name] as (...args: unknown[]) => Promise<unknown>)(...args).then(
    (answer) => process.send?.({ id, answer }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.send?.({ id: 0 });
