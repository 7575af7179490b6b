/** A challenge's files in an attempt. */
export type WorkspaceKey = { attemptId: string; challenge: string };
/** One of a live session's documents. */
export type SessionDocumentKey = { sessionId: string; document: string };

/** Names a document. */
export type DocumentKey = WorkspaceKey | SessionDocumentKey;

/** The document's row: whose it is, and its name there. */
export function documentRow(key: DocumentKey) {
  return 'attemptId' in key
    ? { ownerId: key.attemptId, name: key.challenge, attemptId: key.attemptId }
    : { ownerId: key.sessionId, name: key.document, sessionId: key.sessionId };
}
