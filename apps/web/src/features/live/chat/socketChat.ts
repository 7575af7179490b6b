import type { WorkspaceSocket } from '@assay/workspace/browser';
import type { ChatTransport } from './ChatLog.ts';

/** How long an answer may take, ms. After that nobody knows whether the message arrived. */
const answerMs = 10_000;

/** The chat of the session that a socket has joined. */
export function socketChat(socket: WorkspaceSocket): ChatTransport {
  return {
    history: (before) =>
      socket
        .timeout(answerMs)
        .emitWithAck('live:chat_history', before === undefined ? {} : { before }),
    send: (message) => socket.timeout(answerMs).emitWithAck('live:chat', message),
  };
}
