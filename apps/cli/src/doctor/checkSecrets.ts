import type { DoctorEnvironment } from './env.ts';
import { type Finding, fails, well } from './Finding.ts';

/** Different characters below which a text was hardly drawn at random. `openssl rand -hex 32` has nearly 16. */
const fewCharacters = 10;

const secrets = [
  { name: 'ASSAY_SECRET', length: 32 },
  { name: 'ASSAY_WORKER_TOKEN', length: 16 },
  { name: 'ASSAY_METRICS_TOKEN', length: 16 },
] as const;

const mend = 'Make one with: openssl rand -hex 32';

/** Looks whether the secrets that are set could be guessed. They are never shown. */
export function checkSecrets(env: DoctorEnvironment): Finding[] {
  const found = secrets.flatMap(({ name, length }): Finding[] => {
    const secret = env[name];
    if (secret === undefined) return [];
    if (secret.length < length)
      return [fails(name, `It has ${secret.length} characters and needs ${length}`, mend)];
    if (new Set(secret).size < fewCharacters)
      return [fails(name, 'It repeats a few characters and can be guessed', mend)];
    const same = secrets.find((other) => other.name !== name && env[other.name] === secret);
    if (same !== undefined)
      return [fails(name, `It is the same as ${same.name}`, 'Give each a secret of its own.')];
    return [well(name, 'It is long, and its own')];
  });
  if (env.DATABASE_URL !== undefined && env.ASSAY_API_URL === undefined && !env.ASSAY_SECRET)
    found.push(fails('ASSAY_SECRET', 'It is not set, and an API needs it', mend));
  return found;
}
