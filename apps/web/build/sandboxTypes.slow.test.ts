import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { libFileMap } from 'monaco-editor/languages/features/typescript/lib/lib.js';
import {
  createLanguageService,
  typescript as ts,
} from 'monaco-editor/languages/features/typescript/lib/typescriptServices.js';
import { compilerOptions } from '#features/code/typescript/compilerOptions.ts';
import { overlaysOf } from '#features/code/typescript/overlaysOf.ts';
import { worldFor } from '#features/code/typescript/worldFor.ts';
import { collectSandboxTypes, collectTestTypes } from './sandboxTypes.ts';

const types = collectSandboxTypes();
const challenges = join(import.meta.dirname, '../../../challenges');

type Workspace = { texts: Record<string, string>; options: object };

/** What the language service sees at the moment, and how often that has changed. */
let shown: Workspace = { texts: {}, options: {} };
let changes = 0;
const textOf = (name: string): string | undefined =>
  shown.texts[name] ?? libFileMap[name] ?? libFileMap[`lib.${name}.d.ts`];

/** One for all tests, because it keeps what it has parsed: libraries are most of the work. */
const service = createLanguageService({
  getCompilationSettings: () => ({ ...compilerOptions, ...shown.options }),
  getScriptFileNames: () => Object.keys(shown.texts),
  getScriptVersion: (name: string) =>
    shown.texts[name] === types[name] ? 'kept' : String(changes),
  getScriptSnapshot: (name: string) => {
    const text = textOf(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => '',
  getDefaultLibFileName: () => 'lib.esnext.full.d.ts',
  fileExists: (name: string) => textOf(name) !== undefined,
  readFile: textOf,
});

/** What the editor would mark in these files, as "path:line message". Answers as the editor's worker does. */
function complaints(
  files: Record<string, string>,
  { withTests = false, wrong }: { withTests?: boolean; wrong?: string[] } = {},
): string[] {
  const own = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`file:///work/${path}`, text]),
  );
  changes += 1;
  shown = {
    texts: {
      ...types,
      ...(withTests ? collectTestTypes() : {}),
      ...worldFor('work', wrong === undefined ? 'src/index.ts' : 'solution/src/index.ts'),
      ...own,
    },
    options: wrong === undefined ? {} : { rootDirs: overlaysOf({ folder: 'work', wrong }) },
  };
  return Object.keys(own).flatMap((name) =>
    [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)].map(
      ({ file, start, messageText }) => {
        const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
        return `${name.slice('file:///work/'.length)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      },
    ),
  );
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('what the editor knows', () => {
  it.each(readdirSync(challenges).filter((name) => !name.includes('.')))(
    'finds nothing wrong in starter and reference of %s',
    (slug) => {
      expect(complaints(filesIn(join(challenges, slug, 'starter')))).toEqual([]);
      expect(complaints(filesIn(join(challenges, slug, 'solution')))).toEqual([]);
    },
  );

  it('has the types of express, ioredis, pg, zod and Node', () => {
    const found = complaints({
      'src/index.ts': `
        import express, { type Request } from 'express';
        import pg, { Pool } from 'pg';
        import { z } from 'zod';
        import { Redis } from 'ioredis';
        import { randomUUID } from 'node:crypto';
        const app = express();
        app.get('/', (request: Request, response) => response.json({ a: request.params }));
        export const rows: number = new Pool().query('select 1');
        export const client: string = new pg.Client().port;
        export const parsed: number = z.object({ name: z.string() }).parse({}).name;
        export const id: number = randomUUID();
        export const cached: number = await new Redis().get('key');
        process.env.PORT satisfies string | undefined;
        Buffer.from('x').toString() satisfies string;
        (await fetch('https://rates.test')).ok satisfies boolean;
      `,
    });
    expect(found.map((line) => line.replace(/^[^ ]+ /, ''))).toEqual([
      "Type 'Promise<QueryResult<any>>' is not assignable to type 'number'.",
      "Type 'number' is not assignable to type 'string'.",
      "Type 'string' is not assignable to type 'number'.",
      "Type '`${string}-${string}-${string}-${string}-${string}`' is not assignable to type 'number'.",
      expect.stringContaining("Type 'string | null' is not assignable to type 'number'."),
    ]);
  });

  it.each([
    'node:child_process',
    'worker_threads',
    'lodash',
    'qs',
    'pg-types',
    'zod/v4',
    'undici-types',
    'world',
  ])('does not know %s in a solution, as the sandbox does not', (name) => {
    expect(complaints({ 'src/index.ts': `import * as it from '${name}'; it;` })).toEqual([
      expect.stringMatching(/^src\/index\.ts:1 Cannot find module/),
    ]);
  });

  it('does not know what only a browser has', () => {
    for (const name of ['document', 'window', 'localStorage', 'WebSocket'])
      expect(complaints({ 'src/index.ts': `export const x = ${name};` })).toEqual([
        expect.stringMatching(/^src\/index\.ts:1 Cannot find name/),
      ]);
  });

  it('knows the world and the solution in files of tests', () => {
    const found = complaints({
      'src/index.ts': 'export const answer = 42;',
      'tests/my.test.ts': `
        import { api, clock } from 'world';
        import { answer } from 'solution';
        clock.advance('1 s');
        const status: string = (await api.get('/')).status;
        export const text: string = answer; status;
      `,
    });
    expect(found).toHaveLength(3);
  });

  it("finds nothing wrong in a whole challenge, in the authors' workbench", () => {
    const folder = join(challenges, 'cache-stampede');
    const wrong = readdirSync(join(folder, 'wrong'));
    expect(complaints(filesIn(folder), { withTests: true, wrong })).toEqual([]);
    const lost = { 'wrong/lost/src/a.ts': "import { b } from './gone.ts';\nb;\n" };
    expect(complaints(lost, { wrong: ['lost'] })).toHaveLength(1);
  });

  it("knows Jest's globals where there are tests, and takes an author's tests as they are", () => {
    const folder = join(challenges, 'orders-api');
    const files = {
      ...filesIn(join(folder, 'starter')),
      'tests/public.test.ts': readFileSync(join(folder, 'tests/public.test.ts'), 'utf8'),
    };
    expect(complaints(files, { withTests: true })).toEqual([]);
    expect(complaints(files).some((line) => line.includes("Cannot find name 'describe'"))).toBe(
      true,
    );
    expect(
      complaints(
        { 'tests/a.test.ts': "it('is', () => expect(1).toBeQuick());" },
        { withTests: true },
      ),
    ).toEqual([expect.stringContaining("Property 'toBeQuick' does not exist")]);
  });
});
