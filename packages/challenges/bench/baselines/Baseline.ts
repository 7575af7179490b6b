import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '@assay/contracts/workspace';
import type { Challenge } from '@assay/challenges';
import { type PostgresServer, startPostgres } from './postgresServer.ts';

export type BaselineKind = 'jest' | 'node:test';

const nodeModules = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const world = fileURLToPath(new URL('world.ts', import.meta.url));
const globals = fileURLToPath(new URL('nodeTestGlobals.ts', import.meta.url));

/** What somebody would otherwise do: a fresh Node process that runs the same tests on the same solution. */
export class Baseline {
  readonly #dir: string;
  readonly #kind: BaselineKind;
  readonly #challenge: Challenge;
  readonly #postgres: PostgresServer | undefined;

  private constructor(
    dir: string,
    kind: BaselineKind,
    challenge: Challenge,
    postgres: PostgresServer | undefined,
  ) {
    this.#dir = dir;
    this.#kind = kind;
    this.#challenge = challenge;
    this.#postgres = postgres;
  }

  /** Lays out a folder with the reference and the hidden tests, and starts a PostgreSQL if one is needed. */
  static async prepare(kind: BaselineKind, challenge: Challenge): Promise<Baseline> {
    const dir = await mkdtemp(join(tmpdir(), 'assay-bench-'));
    await symlink(nodeModules, join(dir, 'node_modules'));
    await writeFiles(join(dir, 'solution'), challenge.solution);
    await writeFiles(join(dir, 'tests'), challenge.judged.tests.hidden);
    const type = kind === 'jest' ? 'commonjs' : 'module';
    await writeFile(join(dir, 'package.json'), JSON.stringify({ type }));
    await writeFile(join(dir, 'jest.config.json'), JSON.stringify(jestConfig(dir, challenge)));
    const postgres = challenge.manifest.postgres ? await startPostgres() : undefined;
    return new Baseline(dir, kind, challenge, postgres);
  }

  /**
   * Runs the tests once, on a freshly filled database.
   * @returns real time from spawn to exit, ms
   * @throws {Error} when the reference does not pass, with all that was printed
   */
  async run(): Promise<number> {
    if (this.#postgres) await this.#postgres.reset(this.#challenge.judged.seedSql ?? '');
    const startedAt = performance.now();
    const { code, output } = await this.#spawn();
    const elapsedMs = performance.now() - startedAt;
    if (code !== 0)
      throw new Error(`${this.#kind} does not pass ${this.#challenge.judged.slug}:\n${output}`);
    return elapsedMs;
  }

  async close(): Promise<void> {
    await this.#postgres?.close();
    await rm(this.#dir, { recursive: true, force: true });
  }

  #arguments(): string[] {
    if (this.#kind === 'jest') {
      return [
        join(nodeModules, 'jest/bin/jest.js'),
        '--runInBand',
        '--config',
        join(this.#dir, 'jest.config.json'),
      ];
    }
    const tests = join(this.#dir, 'tests/hidden.test.ts');
    return [
      '--import',
      globals,
      tests,
      '--',
      join(this.#dir, 'solution', this.#challenge.judged.entry),
      world,
    ];
  }

  #spawn(): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, this.#arguments(), {
        cwd: this.#dir,
        env: this.#postgres ? { DATABASE_URL: this.#postgres.url } : {},
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text;
        });
      }
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, output }));
    });
  }
}

async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function jestConfig(dir: string, challenge: Challenge): object {
  return {
    rootDir: dir,
    roots: [join(dir, 'tests')],
    testEnvironment: 'node',
    cacheDirectory: join(dir, 'cache'),
    watchman: false,
    moduleNameMapper: {
      '^solution$': join(dir, 'solution', challenge.judged.entry),
      '^world$': world,
    },
    transform: {
      '\\.ts$': [
        join(nodeModules, '@swc/jest'),
        {
          jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
          module: { type: 'commonjs' },
        },
      ],
    },
  };
}
