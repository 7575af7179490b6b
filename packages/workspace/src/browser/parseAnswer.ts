import { z } from 'zod';

/** Browsers deliver binary attachments as ArrayBuffer, Node as Buffer. */
export const Bytes = z.union([
  z.instanceof(Uint8Array),
  z.instanceof(ArrayBuffer).transform((buffer) => new Uint8Array(buffer)),
]);

const Refusal = z.object({
  ok: z.literal(false),
  code: z.enum([
    'forbidden',
    'read_only',
    'malformed',
    'too_large',
    'unavailable',
    // Of live sessions.
    'not_now',
    'client_taken',
  ]),
  message: z.string(),
});
export type Refusal = z.infer<typeof Refusal>;

const Opened = z.looseObject({
  ok: z.literal(true),
  update: Bytes,
  stateVector: Bytes,
  readOnly: z.boolean(),
});

export type Opened = z.infer<typeof Opened>;

const Saved = z.object({ ok: z.literal(true) });

/** The server's answer to an opening; `undefined` for silence, and for what is no answer. */
export function parseOpened(answer: unknown) {
  return z.discriminatedUnion('ok', [Opened, Refusal]).safeParse(answer).data;
}

/** The server's answer to an update; `undefined` for silence, and for what is no answer. */
export function parseSaved(answer: unknown) {
  return z.discriminatedUnion('ok', [Saved, Refusal]).safeParse(answer).data;
}
