import { CodeHistory } from '@assay/workspace/replay';
import { client } from '#app/api.ts';
import { loadLog } from '#features/replay/loadLog.ts';
import { buildSource } from './buildSource.ts';

/** Fetches the recording of a session as far as it goes now, and reads it. */
export async function loadRecording(sessionId: string) {
  const replay = await client.live.getReplay({ sessionId });
  const history = new CodeHistory();
  const part = (document: 'code' | 'board') => (after: number) =>
    client.live.getReplayUpdates({ sessionId, document, after });
  const [code, board, criteria] = await Promise.all([
    loadLog(part('code'), (updates) => history.add(updates)),
    loadLog(part('board')),
    replay.notes.some(({ kind }) => kind === 'tag') ? loadCriteria(sessionId) : new Map(),
  ]);
  history.dispose();
  const { changes } = history;
  return { replay, source: buildSource({ replay, code, board, changes, criteria }) };
}

export type SessionRecording = Awaited<ReturnType<typeof loadRecording>>;

/** Titles of what the session is scored by, by their keys. */
async function loadCriteria(sessionId: string): Promise<ReadonlyMap<string, string>> {
  const { criteria } = await client.live.getScorecards({ sessionId });
  return new Map(criteria.map(({ key, title }) => [key, title]));
}
