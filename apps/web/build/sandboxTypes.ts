import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line no-restricted-imports -- at build time, and names alone: what the editor knows is what the sandbox offers
import { nodeModuleNames, packageNames } from '@assay/runtime/modules';
import { typescript as ts } from 'monaco-editor/languages/features/typescript/lib/typescriptServices.js';
import { compilerOptions } from '#features/code/typescript/compilerOptions.ts';

/** What of Node is there without an import, and what the declarations of the offered modules rest on. */
const foundations = [
  'globals.typedarray',
  'buffer.buffer',
  'globals',
  'web-globals/abortcontroller',
  'web-globals/blob',
  'web-globals/console',
  'web-globals/crypto',
  'web-globals/encoding',
  'web-globals/events',
  'web-globals/performance',
  'web-globals/streams',
  'web-globals/timers',
  'web-globals/url',
  'console',
  'util/types',
];

/** Declarations that the others mention and that nothing in the sandbox fits. */
const absent = new Set(['buffer']);

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const nodeTypes = join(modules, '@types/node');
const start = join(modules, 'start.ts');

/**
 * Collects the declarations of all that a solution may import, by their addresses in the editor. They are
 * read from the installed packages by following imports with the editor's own TypeScript. They lie in
 * `/sandbox`, out of reach of an import; only what the sandbox offers is found in `/node_modules`.
 */
export function collectSandboxTypes(): Record<string, string> {
  const files: Record<string, string> = {};
  const folders = new Set<string>();
  for (const { fileName, text } of followImports()) {
    const folder = packageFolder(fileName);
    if (fileName === start || absent.has(relative(modules, folder))) continue;
    files[addressOf(fileName)] = text;
    folders.add(folder);
  }
  for (const folder of folders)
    files[addressOf(join(folder, 'package.json'))] = presentManifest(folder);
  for (const name of packageNames)
    files[`file:///node_modules/${name}/index.d.ts`] = passOn(name, files);
  const ours = dirname(createRequire(import.meta.url).resolve('@assay/runtime/world'));
  const own = readdirSync(ours, { recursive: true, encoding: 'utf8' });
  for (const name of own.filter((file) => file.endsWith('.d.ts')))
    files[`file:///sandbox/${name}`] = readFileSync(join(ours, name), 'utf8');
  return files;
}

/** The declarations of what a test finds without an import: Jest's, of which the judge has its own. */
export function collectTestTypes(): Record<string, string> {
  return {
    'file:///sandbox/jest.d.ts': readFileSync(join(modules, '@types/jest/index.d.ts'), 'utf8'),
  };
}

function followImports() {
  // `fetch` is that of undici, and so are its declarations.
  const typed = [...packageNames, 'undici-types']
    .map((name) => `import ${JSON.stringify(name)};`)
    .join('\n');
  const offered = [...foundations, ...nodeModuleNames].filter((name) =>
    existsSync(join(nodeTypes, `${name}.d.ts`)),
  );
  const node = offered.map((name) => `/// <reference path="${name}.d.ts" />`).join('\n');
  const read = (path: string) => {
    if (path === start) return typed;
    if (path === join(nodeTypes, 'index.d.ts')) return node;
    return isFile(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return ts
    .createProgram({
      rootNames: [start],
      options: { ...compilerOptions, noLib: true },
      host: {
        fileExists: (path: string) => read(path) !== undefined,
        readFile: read,
        getSourceFile: (path: string) => {
          const text = read(path);
          return text === undefined
            ? undefined
            : ts.createSourceFile(path, text, compilerOptions.target);
        },
        getDefaultLibFileName: () => 'lib.d.ts',
        getCurrentDirectory: () => modules,
        getCanonicalFileName: (path: string) => path,
        useCaseSensitiveFileNames: () => true,
        getNewLine: () => '\n',
        writeFile: () => undefined,
      },
    })
    .getSourceFiles();
}

function addressOf(path: string): string {
  return `file:///sandbox/node_modules/${relative(modules, path)}`;
}

function packageFolder(path: string): string {
  const folder = dirname(path);
  return folder === modules || existsSync(join(folder, 'package.json'))
    ? folder
    : packageFolder(folder);
}

/** The lines of a manifest that lead to declarations. */
function presentManifest(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, types, typings, exports } = manifest;
  return JSON.stringify({ name, types: types ?? typings, exports });
}

/** The declarations of an offered package, passed on from where TypeScript finds them. */
function passOn(name: string, files: Record<string, string>): string {
  const { resolvedModule } = ts.resolveModuleName(name, start, compilerOptions, {
    fileExists: isFile,
    readFile: (path: string) => readFileSync(path, 'utf8'),
  });
  if (resolvedModule === undefined) throw new Error(`There are no declarations of ${name}.`);
  const found = addressOf(resolvedModule.resolvedFileName);
  const from = JSON.stringify(
    found.replace('file:///', '../../').replace(/\.d\.([mc]?)ts$/, '.$1js'),
  );
  const text = files[found] ?? '';
  if (/^export = /m.test(text)) return `import whole = require(${from});\nexport = whole;\n`;
  return `export * from ${from};\nexport { default } from ${from};\n`;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
