import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgedChallenge } from '@assay/contracts/challenge';
import { Limits } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { type JudgedExpectation, TargetName } from './HostileProgram.ts';
import { hostileFolder } from './loadPrograms.ts';

/** A small challenge to attack. Its hidden tests say `CANARY` wherever they have something to hide. */
export type Target = {
  challenge(limits: JudgedExpectation['limits']): JudgedChallenge;
  /** A solution that passes. */
  honest: Files;
  /** Every text of the hidden tests that nobody may see. */
  canaries: string[];
};

/** Small, so that what runs into a limit does so soon; everything but the size is as for a real challenge. */
const smallLimits = {
  testCpuMs: 250,
  runCpuMs: 750,
  testTurns: 20_000,
  wallMs: 6_000,
  processMb: 256,
  outputLength: 20_000,
};

const entry = 'src/index.ts';
const canary = /CANARY[\w-]*/g;

export async function loadTargets(): Promise<Record<TargetName, Target>> {
  const targets = await Promise.all(TargetName.options.map(loadTarget));
  return Object.fromEntries(
    TargetName.options.map((name, index) => [name, targets[index]]),
  ) as Record<TargetName, Target>;
}

async function loadTarget(name: TargetName): Promise<Target> {
  const read = (file: string) => readFile(join(hostileFolder, 'targets', name, file), 'utf8');
  const [tests, honest, seedSql] = await Promise.all([
    read('tests.ts'),
    read('honest.ts'),
    name === 'postgres' ? read('seed.sql') : undefined,
  ]);
  return {
    challenge: (limits) => ({
      slug: `hostile-${name}`,
      hash: createHash('sha256')
        .update(`${tests}\0${JSON.stringify(limits)}`)
        .digest('hex'),
      port: name === 'http' ? 'http' : 'module',
      entry,
      limits: Limits.parse({ ...smallLimits, ...limits }),
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
      ...(seedSql === undefined ? {} : { seedSql }),
    }),
    honest: { [entry]: honest },
    canaries: [...new Set(tests.match(canary))],
  };
}
