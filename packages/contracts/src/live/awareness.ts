import { z } from 'zod';
import { FilePath } from '#workspace/filePath.ts';

/** One awareness message as JSON, characters. Far above any honest one. */
export const maxAwarenessLength = 4_096;

/**
 * A Yjs relative position, base64: `Y.encodeRelativePosition`. A cursor is the position of its head, or anchor and
 * head joined by a full stop where something is selected.
 */
export const Cursor = z
  .string()
  .max(160)
  .regex(/^[A-Za-z0-9+/]+={0,2}(\.[A-Za-z0-9+/]+={0,2})?$/);
export type Cursor = z.infer<typeof Cursor>;

const coordinate = z.number().min(-1e7).max(1e7);

/**
 * Where somebody is. It holds neither name nor colour nor whose it is: those are the server's to say. Each message
 * replaces the one before as a whole.
 */
export const Awareness = z.strictObject({
  /** What is in front. */
  view: z.enum(['code', 'board']),
  /** The file that is open in the editor. */
  file: FilePath.optional(),
  /** In that file; the first is the main one. */
  cursors: z.array(Cursor).max(20).optional(),
  /** The first and the last line that can be seen, for those who follow. */
  lines: z.tuple([z.int().min(0).max(1e6), z.int().min(0).max(1e6)]).optional(),
  /** On the board, in its coordinates. */
  pointer: z.strictObject({ x: coordinate, y: coordinate, down: z.boolean() }).optional(),
  /** Ids of selected elements of the board. */
  selected: z.array(z.string().max(64)).max(50).optional(),
  /** What of the board can be seen, for those who follow. */
  viewport: z
    .strictObject({ x: coordinate, y: coordinate, zoom: z.number().min(0.01).max(100) })
    .optional(),
  /** The participant whom this person follows. */
  following: z.uuid().optional(),
});
export type Awareness = z.infer<typeof Awareness>;

/** Of each connection, as the server says it; `null` when it has gone or may not be seen at the moment. */
export type AwarenessChange = [connection: string, state: Awareness | null];
