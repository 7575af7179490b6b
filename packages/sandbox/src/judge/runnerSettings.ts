import { SandboxProfile } from '@assay/contracts/verdict';
import { z } from 'zod';

/** What an operator says about runners, in the environment. */
export const RunnerSettings = z.object({
  ASSAY_SANDBOX_PROFILE: z
    .enum(['auto', ...SandboxProfile.options], 'must be auto, process or namespaces')
    .default('auto')
    .describe(
      'how runners are confined: `auto`, `process` or `namespaces` ([profiles](security/profiles.md))',
    ),
  ASSAY_WARM_POSTGRES: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(64, 'must be at most 64')
    .default(1)
    .describe(
      'PostgreSQL that wait for runs; with 0 one is started when a run wants it, which takes seconds',
    ),
  NODE_ENV: z
    .string()
    .optional()
    .describe('with `production`, `auto` takes no profile but `namespaces`'),
});

/**
 * The part of a judge's options that comes from the settings. In production `auto` takes no profile weaker than
 * `namespaces`.
 */
export function judgeOptions({
  ASSAY_SANDBOX_PROFILE: profile,
  ASSAY_WARM_POSTGRES: postgresRunners,
  NODE_ENV,
}: z.infer<typeof RunnerSettings>): {
  profile: SandboxProfile | 'auto';
  postgresRunners: number;
} {
  return {
    profile: profile === 'auto' && NODE_ENV === 'production' ? 'namespaces' : profile,
    postgresRunners,
  };
}
