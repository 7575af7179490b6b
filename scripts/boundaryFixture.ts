import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

const Manifest = z.looseObject({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** A check of a fixture takes a tenth of a second; one that hangs fails its test. */
const timeoutMs = 20_000;

/** Folders of all packages and apps, as `packages/db`. */
export const workspaceFolders = ['apps', 'packages'].flatMap((group) =>
  readdirSync(join(root, group))
    .filter((name) => existsSync(join(root, group, name, 'package.json')))
    .map((name) => `${group}/${name}`),
);

/** A temporary repository with our packages, empty but for their configuration, which is the real one. */
export type BoundaryFixture = {
  write(path: string, text: string): void;
  /** Adds a dependency on another package of ours, as somebody would who means to import it. */
  depend(folder: string, dependency: string): void;
  /** Runs `turbo boundaries`, the `boundaries` step of `npm run check`. */
  boundaries(): Promise<Outcome>;
  /** Runs `oxlint`, the `lint` step of `npm run check`. */
  lint(): Promise<Outcome>;
  remove(): void;
};

/** `report` is what the tool printed, on one line and without its frames. */
type Outcome = { passed: boolean; report: string };

export function createBoundaryFixture(): BoundaryFixture {
  const dir = mkdtempSync(join(tmpdir(), 'assay-boundaries-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };

  for (const file of ['package.json', 'package-lock.json', 'turbo.json', '.oxlintrc.json']) {
    cpSync(join(root, file), join(dir, file));
  }
  cpSync(join(root, 'tsconfig.json'), join(dir, 'tsconfig.json'));
  for (const folder of workspaceFolders) {
    for (const file of ['package.json', 'turbo.json']) {
      mkdirSync(join(dir, folder), { recursive: true });
      cpSync(join(root, folder, file), join(dir, folder, file));
    }
    write(`${folder}/src/index.ts`, 'export const name = import.meta.url;\n');
  }
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));

  return {
    write,
    depend(folder, dependency) {
      const path = join(dir, folder, 'package.json');
      const manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
      manifest.dependencies[dependency] = '0.1.0';
      writeFileSync(path, JSON.stringify(manifest));
    },
    boundaries: () => run('turbo', ['boundaries'], dir),
    lint: () => run('oxlint', ['apps', 'packages'], dir),
    remove: () => rmSync(dir, { recursive: true }),
  };
}

function run(tool: string, args: string[], cwd: string): Promise<Outcome> {
  const env = {
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    execFile(join(bin, tool), args, { cwd, env, timeout: timeoutMs }, (error, stdout, stderr) => {
      resolve({ passed: error === null, report: unwrap(`${stdout}\n${stderr}`) });
    });
  });
}

/** turbo breaks its messages at 80 columns, also within names of packages. */
function unwrap(text: string): string {
  return text
    .replaceAll(/\/\s*\n\s*[|│]?\s*/g, '/')
    .replaceAll(/\s*\n\s*[|│]?\s*/g, ' ')
    .replaceAll(/ +/g, ' ');
}
