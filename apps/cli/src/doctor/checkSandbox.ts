import { createJudge } from '@assay/sandbox';
import type { DoctorEnvironment } from './env.ts';
import { explain, type Finding, fails, warns, well } from './Finding.ts';

/** Starts a runner in earnest, confined as a worker would. */
export async function checkSandbox(env: DoctorEnvironment): Promise<Finding> {
  const { ASSAY_SANDBOX_PROFILE: wanted = 'auto', NODE_ENV } = env;
  if (wanted !== 'auto' && wanted !== 'process' && wanted !== 'namespaces')
    return fails(
      'sandbox',
      `ASSAY_SANDBOX_PROFILE is ${JSON.stringify(wanted)}`,
      'Set it to auto, process or namespaces.',
    );
  let weaker: string | undefined;
  try {
    const judge = await createJudge({
      profile: wanted === 'auto' && NODE_ENV === 'production' ? 'namespaces' : wanted,
      onWeakerProfile: (why) => (weaker = why),
      warmRunners: 1,
      postgresRunners: 0,
      concurrency: 1,
    });
    await judge.close();
    if (judge.profile === 'namespaces')
      return well('sandbox', 'Runners are confined by namespaces');
    return warns(
      'sandbox',
      `Runners are confined by Node's permissions alone: ${weaker ?? 'so ASSAY_SANDBOX_PROFILE says'}`,
      'See docs/security/profiles.md for what that keeps; on Linux install bubblewrap.',
    );
  } catch (error) {
    return fails('sandbox', explain(error), 'See docs/security/profiles.md for what each needs.');
  }
}
