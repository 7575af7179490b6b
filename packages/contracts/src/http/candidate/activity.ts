import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { FilePath } from '#workspace/filePath.ts';

/** Events in one message. A browser that was without a connection sends several messages. */
export const maxActivityEvents = 100;

/** What an editor takes at once, UTF-16 code units; far more than a workspace holds, and recorded all the same. */
const maxPasteLength = 1024 * 1024 * 1024;

const event = {
  id: z.uuid().describe("The sender's, so that what is sent twice counts once."),
  agoMs: z
    .int()
    .min(0)
    .describe(
      'How long ago it happened when the message was sent, ms: clocks of browsers are not to be trusted.',
    ),
};

export const ActivityEvent = z
  .discriminatedUnion('kind', [
    /** The page lost the focus, to another tab, window or program. */
    z.object({ ...event, kind: z.literal('left') }),
    z.object({ ...event, kind: z.literal('returned') }),
    /** Something was pasted into a file. Its words are in the file's history, and are not sent again. */
    z.object({
      ...event,
      kind: z.literal('pasted'),
      challenge: Slug,
      path: FilePath,
      length: z.int().min(1).max(maxPasteLength).describe('UTF-16 code units.'),
      fromHere: z
        .boolean()
        .describe("Whether it had been copied on this page, such as from one's own files."),
    }),
  ])
  .describe(
    "What a candidate's browser reports of its own. Nothing else is: no keys, no screen, no other page.",
  );
export type ActivityEvent = z.infer<typeof ActivityEvent>;
