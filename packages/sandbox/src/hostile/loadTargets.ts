import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JudgedChallenge, Language, type Port } from '@assay/contracts/challenge';
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

const entry = 'src/index.ts';

/** Small, so that what runs into a limit does so soon; everything but the size is as for a real challenge. */
const smallLimits = {
  testCpuMs: 250,
  runCpuMs: 750,
  testTurns: 20_000,
  wallMs: 6_000,
  processMb: 256,
  outputLength: 20_000,
};

/** Where the parts of each target are, and how it is reached. */
const targets: Record<TargetName, { tests: string; honest: string; port: Port; entry: string }> = {
  http: { tests: 'http', honest: 'http/honest.ts', port: 'http', entry },
  module: { tests: 'module', honest: 'module/honest.ts', port: 'module', entry },
  postgres: { tests: 'postgres', honest: 'postgres/honest.ts', port: 'module', entry },
  // The same tests: they do not know what they meet.
  python: { tests: 'http', honest: 'python/honest.py', port: 'http', entry: 'app.py' },
  ruby: { tests: 'http', honest: 'ruby/honest.ru', port: 'http', entry: 'config.ru' },
};
const canary = /CANARY[\w-]*/g;

export async function loadTargets(): Promise<Record<TargetName, Target>> {
  const loaded = await Promise.all(TargetName.options.map(loadTarget));
  return Object.fromEntries(
    TargetName.options.map((name, index) => [name, loaded[index]]),
  ) as Record<TargetName, Target>;
}

async function loadTarget(name: TargetName): Promise<Target> {
  const target = targets[name];
  const read = (file: string) => readFile(join(hostileFolder, 'targets', file), 'utf8');
  const [tests, honest, seedSql] = await Promise.all([
    read(`${target.tests}/tests.ts`),
    read(target.honest),
    name === 'postgres' ? read('postgres/seed.sql') : undefined,
  ]);
  return {
    challenge: (limits) => ({
      slug: `hostile-${name}`,
      hash: createHash('sha256')
        .update(`${tests}\0${JSON.stringify(limits)}`)
        .digest('hex'),
      port: target.port,
      entry,
      ...(Language.safeParse(name).success && { languages: Language.options }),
      limits: Limits.parse({ ...smallLimits, ...limits }),
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
      ...(seedSql === undefined ? {} : { seedSql }),
    }),
    honest: { [target.entry]: honest },
    canaries: [...new Set(tests.match(canary))],
  };
}
