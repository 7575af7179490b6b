import { SandboxProfile } from '@assay/contracts/verdict';
import { z } from 'zod';

/** What an operator says about the confinement of runners, in the environment. */
export const ProfileSettings = z.object({
  ASSAY_SANDBOX_PROFILE: z
    .enum(['auto', ...SandboxProfile.options], 'must be auto, process or namespaces')
    .default('auto'),
  NODE_ENV: z.string().optional(),
});

/** The profile to judge by: in production `auto` takes nothing weaker than `namespaces`. */
export function wantedProfile({
  ASSAY_SANDBOX_PROFILE: setting,
  NODE_ENV,
}: z.infer<typeof ProfileSettings>): SandboxProfile | 'auto' {
  return setting === 'auto' && NODE_ENV === 'production' ? 'namespaces' : setting;
}
