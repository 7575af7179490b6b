import type { WorkspaceSocket } from '@assay/workspace/browser';
import type { RunTransport } from './RunLog.ts';

/** How long an answer may take, ms. After that nobody knows whether the message arrived. */
const answerMs = 10_000;

/** The runs of the session that a socket has joined. */
export function socketRuns(socket: WorkspaceSocket): RunTransport {
  const asking = () => socket.timeout(answerMs);
  return {
    list: (before) => asking().emitWithAck('live:runs', before === undefined ? {} : { before }),
    result: (id) => asking().emitWithAck('live:run_result', id),
    ask: (asked) => asking().emitWithAck('live:run', asked),
    cancel: (id) => asking().emitWithAck('live:run_cancel', id),
  };
}
