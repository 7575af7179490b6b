import { z } from 'zod';
import { FilePath } from '#workspace/filePath.ts';

/** One awareness message as JSON, characters. Far above any honest one. */
export const maxAwarenessLength = 4_096;

export const Cursor = z
  .string()
  .max(160)
  .regex(/^[A-Za-z0-9+/]+={0,2}(\.[A-Za-z0-9+/]+={0,2})?$/)
  .describe(
    'A Yjs relative position, base64: `Y.encodeRelativePosition`. A cursor is the position of its head, or anchor and head joined by a full stop where something is selected.',
  );
export type Cursor = z.infer<typeof Cursor>;

const coordinate = z.number().min(-1e7).max(1e7);

export const Awareness = z
  .strictObject({
    view: z.enum(['code', 'board']).describe('What is in front.'),
    file: FilePath.optional().describe('The file that is open in the editor.'),
    cursors: z
      .array(Cursor)
      .max(20)
      .optional()
      .describe('In that file; the first is the main one.'),
    lines: z
      .tuple([z.int().min(0).max(1e6), z.int().min(0).max(1e6)])
      .optional()
      .describe('The first and the last line that can be seen, for those who follow.'),
    pointer: z
      .strictObject({ x: coordinate, y: coordinate, down: z.boolean() })
      .optional()
      .describe('On the board, in its coordinates.'),
    selected: z
      .array(z.string().max(64))
      .max(50)
      .optional()
      .describe('Ids of selected elements of the board.'),
    viewport: z
      .strictObject({ x: coordinate, y: coordinate, zoom: z.number().min(0.01).max(100) })
      .optional()
      .describe('What of the board can be seen, for those who follow.'),
    following: z.uuid().optional().describe('The participant whom this person follows.'),
  })
  .describe(
    "Where somebody is. It holds neither name nor colour nor whose it is: those are the server's to say. Each message replaces the one before as a whole.",
  );
export type Awareness = z.infer<typeof Awareness>;

/** Of each connection, as the server says it; `null` when it has gone or may not be seen at the moment. */
export type AwarenessChange = [connection: string, state: Awareness | null];
