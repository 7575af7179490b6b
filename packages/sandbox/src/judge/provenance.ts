import { createHash } from 'node:crypto';
import type { Language } from '@assay/contracts/challenge';
import type { Provenance, SandboxProfile } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import type { JudgeRequest } from './Judge.ts';
import { isolatedVmVersion } from './isolatedVmVersion.ts';

/** SHA-256 of a workspace's paths and contents, hex. */
function hashFiles(files: Files): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(files).toSorted())
    hash.update(`${path}\0${files[path]?.length ?? 0}\0${files[path] ?? ''}\0`);
  return hash.digest('hex');
}

export function createProvenance(
  { challenge, files, suite, ownTests, seed }: JudgeRequest,
  language: Language,
  runtimeHash: string,
  profile: SandboxProfile,
): Provenance {
  return {
    challenge: { slug: challenge.slug, hash: challenge.hash },
    codeHash: hashFiles(files),
    suite,
    ...(ownTests && { ownTests }),
    seed,
    runtimeHash,
    ...(language !== 'typescript' && { language }),
    engine: { node: process.versions.node, v8: process.versions.v8, isolatedVm: isolatedVmVersion },
    limits: challenge.limits,
    host: { profile, judgedAt: new Date().toISOString() },
  };
}

/** The stamp on a verdict: 12 hex digits over all that determines it, and nothing that does not. */
export function createHallmark({ host: _host, ...determining }: Provenance): string {
  return createHash('sha256').update(JSON.stringify(determining)).digest('hex').slice(0, 12);
}
