import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { z } from 'zod';

/** The recording that the repository brings: what `npm run demo:record` wrote. `docs/demo.md` describes the format. */
export const recordingFile = new URL('../../../../../demo/recording.json.br', import.meta.url);

const Relative = z.int();

/** Everything but the bytes of the documents' updates, which follow it in the file, one after the other. */
const Head = z.object({
  format: z.literal(1),
  recordedAt: z.iso.datetime(),
  /** What the verdicts were made by. */
  judge: z.object({ runtimeHash: z.string(), node: z.string(), v8: z.string() }),
  tables: z.array(
    z.object({
      name: z.string(),
      /** Columns that hold moments: ms after `recordedAt`, mostly below 0. */
      moments: z.array(z.string()),
      rows: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  documents: z.array(
    z.object({
      attemptId: z.uuid().nullable(),
      sessionId: z.uuid().nullable(),
      name: z.string(),
      /** Who wrote, named by the updates. */
      authors: z.array(z.string()),
      /** Of each update: ms since the one before (the first: after `recordedAt`), author, length, bytes. */
      updates: z.array(z.tuple([Relative, z.int(), z.int()])),
    }),
  ),
});
type Head = z.infer<typeof Head>;

export type Recording = Head & { bytes: Uint8Array };

const lineEnd = '\n';

/** Reads a recording. Throws when the file is none. */
export async function readRecording(file: URL = recordingFile): Promise<Recording> {
  const raw = await promisify(brotliDecompress)(await readFile(file));
  const end = raw.indexOf(lineEnd);
  const head = Head.parse(JSON.parse(raw.toString('utf8', 0, end)));
  return { ...head, bytes: raw.subarray(end + lineEnd.length) };
}

export async function writeRecording(
  { bytes, ...head }: Recording,
  file: URL = recordingFile,
): Promise<void> {
  const raw = Buffer.concat([Buffer.from(`${JSON.stringify(head)}${lineEnd}`), bytes]);
  const packed = await promisify(brotliCompress)(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      // Frozen files and verdicts of one attempt are alike, and stand far from each other.
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.byteLength,
    },
  });
  await writeFile(file, packed);
}
