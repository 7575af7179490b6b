import { z } from 'zod';
import { queryErrors } from '#runner/queryFailure.ts';

/**
 * What a runner asks of its PostgreSQL, as the head of a frame. The runner may have been taken over by what it
 * runs, so that nothing else is believed.
 */
const count = z.int().min(0);
const nowMs = z.number();
const QueryError = z.enum(queryErrors);

export const PostgresRequest = z.discriminatedUnion('op', [
  /** The first of a run; a runner that tries mutants makes several. */
  z.strictObject({ op: z.literal('begin'), seed: z.int() }),
  /** The frame's bytes arrive on a connection, which begins with its first ones. */
  z.strictObject({ op: z.literal('receive'), nowMs, connection: count }),
  z.strictObject({ op: z.literal('close'), nowMs, connection: count }),
  /** The frame's bytes are a message of the tests' own; the reply's are the answer. */
  z.strictObject({ op: z.literal('exchange'), nowMs, ownSettings: z.boolean() }),
  z.strictObject({
    op: z.literal('fail'),
    failure: z.strictObject({
      error: QueryError,
      matches: z.union([
        z.strictObject({ text: z.string() }),
        z.strictObject({ pattern: z.string(), flags: z.string() }),
      ]),
      times: z.number(),
      skip: z.number(),
      executed: z.boolean(),
    }),
  }),
  z.strictObject({ op: z.literal('failed'), id: z.int() }),
  z.strictObject({ op: z.literal('forgetFailures') }),
]);
export type PostgresRequest = z.infer<typeof PostgresRequest>;
