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
import { metricsAreKept, metricsNeedToken, operationsEnvironment } from '@assay/telemetry';
import { z } from 'zod';
import { StartProblem } from './StartProblem.ts';

/** What it reads of its environment, variable by variable. */
export const variables = {
  ...RunnerSettings.shape,
  ...callEnvironment,
  ...mailEnvironment,
  ...signOnEnvironment,
  ...webhookEnvironment,
  ...groupEnvironment,
  ...operationsEnvironment,
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3_000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ASSAY_DATA_DIR: z.string().min(1).default('.assay').describe('the data folder'),
  ASSAY_DEMO: z.enum(['0', '1', 'people'], 'must be 0, 1 or people').default('1'),
  ASSAY_ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@assay.localhost'),
  ASSAY_KNOWN_SOLUTIONS: z.string().min(1).optional(),
  ASSAY_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .meta({
      description: 'where people open the web app: links and cookies follow it',
      shown: 'from host and port',
    }),
  ASSAY_SECRET: z.string().min(32, 'must have at least 32 characters').optional().meta({
    description:
      'signs sessions and makes links; at least 32 characters, the same for every API (`openssl rand -hex 32`)',
    shown: 'made in the data folder',
  }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')
    .default('warn'),
};

const Environment = z
  .object(variables)
  .refine(metricsAreKept, metricsNeedToken)
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
