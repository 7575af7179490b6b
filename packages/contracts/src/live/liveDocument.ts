import { z } from 'zod';
import type { LiveRole, LiveState } from './liveSession.ts';

export const LiveDocument = z
  .enum(['code', 'board', 'notes', 'interviewers'])
  .describe(
    'The documents of a session, each a Yjs document with a log and a permission of its own: - `code`: `files: Y.Map<Y.Text>`, the workspace - `board`: `elements: Y.Map<element>`, the whiteboard: plain JSON by id, replaced as a whole - `notes`: `entries: Y.Map<note>` (plain JSON by id) and `text: Y.Text`; each interviewer has their own, which nobody else can even name - `interviewers`: the same shape, shared by all interviewers',
  );
export type LiveDocument = z.infer<typeof LiveDocument>;

/** The documents that candidates and observers may open, too. Focus time and the end of the session are about them. */
export const sharedDocuments: readonly LiveDocument[] = ['code', 'board'];

/** Elements of a board. Counters a board that no browser can draw. */
export const maxBoardElements = 5_000;
/** One element or note as JSON, characters. A long stroke of a pen has some ten thousand. */
export const maxElementLength = 64 * 1024;
/** All elements of a board, or all notes of a document, as JSON, characters. */
export const maxElementsLength = 4 * 1024 * 1024;

export type DocumentRight =
  | { may: 'nothing'; why: 'forbidden' | 'not_open' | 'focus' }
  | { may: 'read' }
  | { may: 'write' };

/**
 * What a person who was let in may do with a document now. The server decides by it for each message; a browser
 * can ask the same to show it.
 */
export function documentRight(
  person: { role: LiveRole; frozen: boolean },
  session: { state: LiveState; focused: boolean },
  document: LiveDocument,
): DocumentRight {
  const interviewer = person.role === 'interviewer';
  if (!sharedDocuments.includes(document))
    return interviewer ? { may: 'write' } : { may: 'nothing', why: 'forbidden' };
  if (!interviewer && session.state !== 'open') return { may: 'nothing', why: 'not_open' };
  if (session.focused && person.role !== 'candidate') return { may: 'nothing', why: 'focus' };
  if (session.state === 'ended' || person.role === 'observer') return { may: 'read' };
  return person.role === 'candidate' && person.frozen ? { may: 'read' } : { may: 'write' };
}
