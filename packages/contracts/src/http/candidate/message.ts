import { z } from 'zod';

/** One question or answer, characters: long enough for a question with an excerpt, short enough to be read. */
export const maxMessageLength = 4_000;

export const MessageText = z
  .string()
  .trim()
  .min(1, 'Write a few words first.')
  .max(
    maxMessageLength,
    `A message has at most ${maxMessageLength.toLocaleString('en')} characters.`,
  );

export const Message = z
  .object({
    id: z.uuid(),
    from: z
      .string()
      .optional()
      .describe("Who of the organiser's people wrote it; absent for the candidate's own words."),
    text: z.string(),
    at: z.iso.datetime(),
  })
  .describe('A word between a candidate and the organiser.');
export type Message = z.infer<typeof Message>;
