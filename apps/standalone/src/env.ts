import {
  callEnvironment,
  creatingIsBounded,
  creatingNeedsBounds,
  groupEnvironment,
  mailEnvironment,
  mailNeedsSender,
  providerIsComplete,
  providerNeedsClient,
  senderIsKnown,
  signOnEnvironment,
  turnHasSecret,
  turnNeedsSecret,
  webhookEnvironment,
} from '@assay/api';
import { RunnerSettings } from '@assay/sandbox';
import { z } from 'zod';
import { StartProblem } from './StartProblem.ts';

const Environment = z
  .object({
    ...RunnerSettings.shape,
    ...callEnvironment,
    ...mailEnvironment,
    ...signOnEnvironment,
    ...webhookEnvironment,
    ...groupEnvironment,
    PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3_000),
    HOST: z.string().min(1).default('127.0.0.1'),
    ASSAY_DATA_DIR: z.string().min(1).default('.assay'),
    /** `people` is the demo without work that has to be judged first. */
    ASSAY_DEMO: z.enum(['0', '1', 'people'], 'must be 0, 1 or people').default('1'),
    /** Who the first admin is when there is no demo; their link is printed, no mail is sent. */
    ASSAY_ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@assay.localhost'),
    /** A folder of solutions that are known, `<challenge>/<name>/…`, with which submissions are compared. */
    ASSAY_KNOWN_SOLUTIONS: z.string().min(1).optional(),
    /** The address under which browsers reach us, when it is not that of this machine. */
    ASSAY_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
    ASSAY_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')
      .default('warn'),
  })
  .refine(turnHasSecret, turnNeedsSecret)
  .refine(senderIsKnown, mailNeedsSender)
  .refine(providerIsComplete, providerNeedsClient)
  .refine(creatingIsBounded, creatingNeedsBounds);
export type Environment = z.infer<typeof Environment>;

/** The environment of `npm start`, parsed. Throws a `StartProblem` that names all that is wrong. */
export function readEnvironment(env = process.env): Environment {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new StartProblem(`Assay cannot start: ${problems.join('; ')}.`);
}
