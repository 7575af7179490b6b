import type { LiveDocument } from '@assay/contracts/live';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { RunLog, type RunsState } from './RunLog.ts';
import { socketRuns } from './socketRuns.ts';

export type Runs = { log: RunLog; state: RunsState };

/** What is run in the session of this page, for as long as it is shown. */
export function useRunLog(): Runs {
  const { connection, self, connected, status } = useLiveSession();
  const { socket } = connection;
  const [log, setLog] = useState(() => new RunLog(socketRuns(socket)));
  const focused = status.focus !== undefined;

  useEffect(() => {
    const opened = new RunLog(socketRuns(socket));
    const receive = opened.receive.bind(opened);
    const follow = opened.follow.bind(opened);
    const reopen = (documents: LiveDocument[]) => {
      if (documents.includes('code')) void opened.refresh();
    };
    socket.on('live:run', receive);
    socket.on('live:run_progress', follow);
    socket.on('live:reopen', reopen);
    setLog(opened);
    return () => {
      socket.off('live:run', receive);
      socket.off('live:run_progress', follow);
      socket.off('live:reopen', reopen);
      opened.close();
    };
  }, [socket]);

  // Whatever was told while nobody listened, or might not: fetched again.
  useEffect(() => {
    if (connected) void log.refresh();
  }, [log, connected, self.connection, status.state, focused]);

  return { log, state: useSyncExternalStore(log.subscribe, log.state) };
}
