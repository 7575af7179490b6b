import { metricsAreKept, metricsNeedToken, operationsEnvironment } from '@assay/telemetry';
import { z } from 'zod';
import { mailEnvironment, mailNeedsSender, senderIsKnown } from '#mail/mailSettings.ts';
import {
  creatingIsBounded,
  creatingNeedsBounds,
  providerIsComplete,
  providerNeedsClient,
  signOnEnvironment,
} from '#signOn/signOnSettings.ts';
import { webhookEnvironment } from '#webhooks/webhookSettings.ts';
import { groupEnvironment } from '#declarations/groupSettings.ts';
import { callEnvironment, turnHasSecret, turnNeedsSecret } from '#live/call/callSettings.ts';

const secret = (text: string) =>
  z.string({ error: text }).min(32, 'must have at least 32 characters');

/** What it reads of its environment, variable by variable. */
export const variables = {
  ...callEnvironment,
  ...mailEnvironment,
  ...signOnEnvironment,
  ...webhookEnvironment,
  ...groupEnvironment,
  ...operationsEnvironment,
  PORT: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .max(65_535)
    .default(3_000)
    .describe('where it listens; 0 takes a free port'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('the address that it listens on; `0.0.0.0` is every one'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be the postgres:// address of the database',
    })
    .describe('PostgreSQL; for a worker only if the queue lives there, instead of Redis'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be the redis:// address of the queue' })
    .describe("the queue, and what the API's processes tell each other"),
  ASSAY_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the http(s) address that people open',
    })
    .describe('where people open the web app: links and cookies follow it'),
  ASSAY_SECRET: secret('must be a long random text, the same for every API').describe(
    'signs sessions and makes links; at least 32 characters, the same for every API (`openssl rand -hex 32`)',
  ),
  ASSAY_WORKER_TOKEN: z
    .string({ error: 'must be the token that the workers are given' })
    .min(16)
    .describe('at least 16 characters; lets workers fetch challenges, hidden tests included'),
  ASSAY_TRUST_PROXY: z
    .string()
    .default('loopback')
    .describe(
      "whose `X-Forwarded-For` is believed, as Express's `trust proxy`: `loopback, 10.0.0.0/8`",
    ),
  ASSAY_ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe(
      'in an installation without members: the first admin, whose one-time link is printed and not mailed',
    ),
  ASSAY_KNOWN_SOLUTIONS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a folder `<challenge>/<name>/…` of solutions to compare submissions with ([integrity](integrity.md))',
    ),
  ASSAY_DEMO: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('0')
    .transform((value) => value === '1')
    .describe(
      '1 makes the [demo](demo.md) and prints links into it; for `npm start` also `people`, without their work',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')
    .default('info')
    .describe('`debug`, `info`, `warn` or `error`'),
};

const Environment = z
  .object(variables)
  .refine(metricsAreKept, metricsNeedToken)
  .refine(turnHasSecret, turnNeedsSecret)
  .refine(senderIsKnown, mailNeedsSender)
  .refine(providerIsComplete, providerNeedsClient)
  .refine(creatingIsBounded, creatingNeedsBounds);
export type Environment = z.infer<typeof Environment>;

/** The environment of the API, parsed. Throws an error of one line that names all that is wrong. */
export function readEnvironment(env = process.env): Environment {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new Error(`The API cannot start: ${problems.join('; ')}.`);
}
