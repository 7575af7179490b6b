import { z } from 'zod';
import type { LiveRole, LiveState } from './liveSession.ts';

/** One message of the chat, characters. A screen of code fits; more belongs into the workspace. */
export const maxChatLength = 4_000;
/** Messages of one person in one session. Counters a page that fills the database. */
export const maxChatMessages = 1_000;
/** Messages of one person in ten seconds, whatever the number of their pages. */
export const maxChatBurst = 10;
/** Messages of one answer with history. */
export const chatPageSize = 100;

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

export const ChatText = z
  .string()
  .max(maxChatLength, `A message has at most ${maxChatLength} characters.`)
  .refine((text) => text.trim() !== '', 'A message needs some words.')
  .refine((text) => !unprintable.test(text), 'A message may not contain control characters.')
  .describe(
    'Plain text, with code between lines of three backticks. What draws it takes nothing in it for HTML.',
  );

export const ChatSent = z
  .strictObject({ id: z.uuid(), text: ChatText })
  .describe(
    'A message as its page sends it. The page names it, so that sending it again after a lost answer writes it once.',
  );
export type ChatSent = z.infer<typeof ChatSent>;

export const ChatAsked = z
  .strictObject({ before: z.int().min(1).optional() })
  .describe('Messages before this one; without it, the newest.');
export type ChatAsked = z.infer<typeof ChatAsked>;

/** A message as everybody reads it. Who wrote it, and when, is the server's to say. */
export type ChatMessage = {
  /** As its author's page named it. */
  id: string;
  /** The order of the messages of a session: later ones have a higher one. */
  seq: number;
  at: string;
  from: { participantId: string; name: string; role: LiveRole; colour: string };
  text: string;
};

/** Oldest first. `more`: there are some before these. */
export type ChatPage = { ok: true; messages: ChatMessage[]; more: boolean };

export type ChatRight = { may: 'nothing' | 'read' | 'write' };

/**
 * What somebody who was let in may do with the chat now. It is open while the session is, in focus times as well:
 * a question must not cost the candidate their calm. What interviewers write before the start has a document of
 * its own, which no candidate finds in a history.
 */
export function chatRight(role: LiveRole, state: LiveState): ChatRight {
  if (state !== 'open') return { may: role === 'interviewer' ? 'read' : 'nothing' };
  return { may: role === 'observer' ? 'read' : 'write' };
}
