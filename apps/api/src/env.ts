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

const Environment = z
  .object({
    ...callEnvironment,
    ...mailEnvironment,
    ...signOnEnvironment,
    ...webhookEnvironment,
    ...groupEnvironment,
    PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3_000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: 'must be the postgres:// address of the database',
    }),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be the redis:// address of the queue' }),
    /** Where people reach the web app. */
    ASSAY_URL: z.url({
      protocol: /^https?$/,
      error: 'must be the http(s) address that people open',
    }),
    /** Signs sessions; the same for every API of an installation. */
    ASSAY_SECRET: secret('must be a long random text, the same for every API'),
    ASSAY_WORKER_TOKEN: z.string({ error: 'must be the token that the workers are given' }).min(16),
    /** Whose X-Forwarded-For is believed, as Express's `trust proxy`: `loopback, 10.0.0.0/8`. */
    ASSAY_TRUST_PROXY: z.string().default('loopback'),
    /** Who the first admin is, in an installation without members; their link is printed. */
    ASSAY_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    /** A folder of solutions that are known, `<challenge>/<name>/…`, with which submissions are compared. */
    ASSAY_KNOWN_SOLUTIONS: z.string().min(1).optional(),
    ASSAY_DEMO: z
      .enum(['0', '1'], 'must be 0 or 1')
      .default('0')
      .transform((value) => value === '1'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')
      .default('info'),
  })
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
