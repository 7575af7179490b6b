import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  type BoundaryFixture,
  createBoundaryFixture,
  workspaceFolders,
} from './boundaryFixture.ts';

let fixture: BoundaryFixture;
beforeEach(() => {
  fixture = createBoundaryFixture();
});
afterEach(() => fixture.remove());

describe('boundaries between packages', () => {
  it('hold in a repository without a violation', async () => {
    const { report, passed } = await fixture.boundaries();
    expect(report).toContain('no issues found');
    expect(passed).toBe(true);
  });

  const forbidden: [rule: string, folder: string, imported: string][] = [
    ['contracts import nothing of ours', 'packages/contracts', '@assay/workspace'],
    ['the runtime imports nothing of ours', 'packages/runtime', '@assay/contracts'],
    ['the database package knows contracts only', 'packages/db', '@assay/queue'],
    ['the queue package knows contracts only', 'packages/queue', '@assay/db'],
    ['the workspace package knows contracts only', 'packages/workspace', '@assay/db'],
    ['the similarity package knows contracts only', 'packages/similarity', '@assay/db'],
    ['the sandbox has no way to the database', 'packages/sandbox', '@assay/db'],
    ['the sandbox has no way to the queues', 'packages/sandbox', '@assay/queue'],
    ['challenges have no way to the database', 'packages/challenges', '@assay/db'],
    ['the worker has no way to the database', 'apps/worker', '@assay/db'],
    ['the worker does not know the API', 'apps/worker', '@assay/api'],
    ['the worker does not know workspaces', 'apps/worker', '@assay/workspace'],
    ['the API does not know the worker', 'apps/api', '@assay/worker'],
    ['the web app has no way to the database', 'apps/web', '@assay/db'],
    ['the web app has no way to the queues', 'apps/web', '@assay/queue'],
    ['the web app has no way to the challenges', 'apps/web', '@assay/challenges'],
    ['the web app does not know the API', 'apps/web', '@assay/api'],
    ['the command line does not know the API', 'apps/cli', '@assay/api'],
    ['packages do not import apps', 'packages/queue', '@assay/worker'],
    ['nothing imports the standalone app', 'apps/api', '@assay/standalone'],
    ['nothing imports the web app', 'apps/standalone', '@assay/web'],
  ];

  it.each(forbidden)('%s', async (_rule, folder, imported) => {
    fixture.depend(folder, imported);
    fixture.write(`${folder}/src/violation.ts`, `export * from '${imported}';\n`);
    const { passed, report } = await fixture.boundaries();
    expect(passed).toBe(false);
    const importer = `@assay/${basename(folder)}`;
    expect(report).toMatch(
      new RegExp(
        `Package \`${imported}\` found (without any tag listed in allowlist|with tag listed in denylist) for \`${importer}\``,
      ),
    );
  });

  it('hold for a way through a third package', async () => {
    fixture.depend('packages/challenges', '@assay/db');
    const { report } = await fixture.boundaries();
    expect(report).toContain(
      'Package `@assay/db` found without any tag listed in allowlist for `@assay/worker`',
    );
  });

  it('let nobody but the API, the standalone app and the command line reach the database, a new package included', async () => {
    fixture.write(
      'packages/novel/package.json',
      JSON.stringify({ name: '@assay/novel', dependencies: { '@assay/db': '0.1.0' } }),
    );
    fixture.write('packages/novel/src/index.ts', "export * from '@assay/db';\n");
    const { passed, report } = await fixture.boundaries();
    expect(passed).toBe(false);
    expect(report).toContain('@assay/novel');
    expect(report).toContain('consider adding one of the following tags');
  });

  it('refuse an import that package.json does not declare', async () => {
    fixture.write(
      'apps/worker/src/violation.ts',
      "const db = await import('@assay/db');\nexport { db };\n",
    );
    const { passed, report } = await fixture.boundaries();
    expect(passed).toBe(false);
    expect(report).toContain('cannot import package `@assay/db` because it is not a dependency');
  });

  it('refuse a path into the files of another package', async () => {
    fixture.write('apps/api/src/violation.ts', "export * from '../../worker/src/index.ts';\n");
    const { passed, report } = await fixture.boundaries();
    expect(passed).toBe(false);
    expect(report).toContain('import `../../worker/src/index.ts` leaves the package');
  });

  it.each(workspaceFolders)(
    'cover %s: it has a tag of its own, and the tag has a rule',
    (folder) => {
      const Tags = z.object({ tags: z.array(z.string()) });
      const Rules = z.object({
        boundaries: z.object({
          tags: z.record(z.string(), z.looseObject({ dependencies: z.unknown() })),
        }),
      });
      const { tags } = Tags.parse(readJson(`${folder}/turbo.json`));
      const rules = Rules.parse(readJson('turbo.json')).boundaries.tags;
      expect(tags).toEqual([basename(folder)]);
      expect(rules[basename(folder)]?.dependencies).toBeDefined();
    },
  );
});

describe('boundaries within packages', () => {
  const clean: [path: string, code: string][] = [
    ['apps/api/src/env.ts', 'export const port = process.env.PORT;\n'],
    ['apps/cli/src/print.ts', "console.log('verdict');\n"],
    ['apps/worker/src/judge.ts', "export { createJudge } from '@assay/sandbox';\n"],
    ['packages/sandbox/src/bundle.ts', "export { bundle } from '@assay/runtime';\n"],
    [
      'packages/db/src/attempts/insertAttempt.ts',
      "export { schema } from '#schema/attempts.ts';\n",
    ],
  ];

  it.each(clean)('allow %s', async (path, code) => {
    fixture.write(path, code);
    const { report } = await fixture.lint();
    expect(report).toMatch(/Finished in .* on \d+ files/);
    expect(report).not.toContain('restricted');
  });

  const violations: [rule: string, path: string, code: string, message: string][] = [
    [
      'read the environment in env.ts only',
      'apps/api/src/listen.ts',
      'export const port = process.env.PORT;\n',
      "Read the environment in the app's env.ts",
    ],
    [
      'read the environment in env.ts only, by any name',
      'packages/sandbox/src/listen.ts',
      "import { env } from 'node:process';\nexport const port = env.PORT;\n",
      "Read the environment in the app's env.ts",
    ],
    [
      'log instead of printing',
      'packages/queue/src/enqueue.ts',
      "console.log('enqueued');\n",
      'Log through the pino logger',
    ],
    [
      'keep the sandbox out of the API, which reaches it by the judge queue',
      'apps/api/src/judge.ts',
      "export { createJudge } from '@assay/sandbox';\n",
      'Enqueue a judge job instead',
    ],
    [
      'keep the runtime out of the worker, in a process of its own',
      'apps/worker/src/judge.ts',
      "export { expect } from '@assay/runtime/grader';\n",
      'only @assay/sandbox takes its bundle',
    ],
    [
      'import across folders by #',
      'packages/db/src/attempts/insertAttempt.ts',
      "export { schema } from '../schema/attempts.ts';\n",
      "Import across folders by '#folder/file.ts'",
    ],
    [
      'have no heaps of helpers',
      'apps/api/src/submit.ts',
      "export { format } from './utils.ts';\n",
      'Name the file after the one thing that it holds',
    ],
  ];

  it.each(violations)('%s', async (_rule, path, code, message) => {
    fixture.write(path, code);
    const { passed, report } = await fixture.lint();
    expect(passed).toBe(false);
    expect(report).toContain(path);
    expect(report).toContain(message);
  });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
}
