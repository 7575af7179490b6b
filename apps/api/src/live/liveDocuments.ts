import { LiveDocument, type LiveRole, sharedDocuments } from '@assay/contracts/live';
import type { DocumentKey, SessionDocumentKey } from '@assay/db';
import { boardShape, type DocumentShape, notesShape } from '@assay/workspace';
import { socketRooms } from '#realtime/announcer.ts';

/** What a session's documents are called in the database: each interviewer's notes have a name of their own. */
export function documentName(document: LiveDocument, participantId: string): string {
  return document === 'notes' ? `notes:${participantId}` : document;
}

/** Which document of a session has this name in the database. */
export const documentNamed = (name: string): LiveDocument =>
  LiveDocument.parse(name.startsWith('notes:') ? 'notes' : name);

/** Of the rooms of documents, and of their sockets: `live/<session>/<name>`. */
export const liveKey = ({ sessionId, document }: SessionDocumentKey): string =>
  `live/${sessionId}/${document}`;

/** The rooms of sockets that somebody with a document open is in: of the document, and with code of what is run. */
export function documentRooms(
  { sessionId, role }: { sessionId: string; role: LiveRole },
  name: string,
): string[] {
  const room = socketRooms.liveDocument(sessionId, name);
  return name === 'code' && role === 'interviewer'
    ? [room, socketRooms.liveRunsOfInterviewers(sessionId)]
    : [room];
}

/** The key of a workspace in an attempt, or of a session's document. */
export function parseKey(key: string): DocumentKey {
  const [first = '', second = '', third = ''] = key.split('/');
  return first === 'live'
    ? { sessionId: second, document: third }
    : { attemptId: first, challenge: second };
}

/** What a document may hold; `undefined` for files. */
export function shapeOf(key: string): DocumentShape | undefined {
  const parsed = parseKey(key);
  if ('attemptId' in parsed || parsed.document === 'code') return undefined;
  return parsed.document === 'board' ? boardShape : notesShape;
}

/** Whether a document is code or board, which take no changes after the end. */
export const isShared = (document: string): boolean =>
  sharedDocuments.some((shared) => shared === document);
