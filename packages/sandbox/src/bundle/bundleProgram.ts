import { posix } from 'node:path';
import { awaitByPromises } from '@assay/runtime/await';
import { isAvailableModule, nodeModuleNames, packageNames } from '@assay/runtime/modules';
import type { Files } from '@assay/contracts/workspace';
import type { Diagnostic } from '@assay/contracts/verdict';
import { build, type Message, type Plugin } from 'esbuild';

/** A program as one expression, a function in the shape of a CommonJS module, and the way back to its source. */
export type Program = { code: string; sourceMap: string };
export type Diagnostics = { ok: false; diagnostics: Diagnostic[] };
export type BundleResult = { ok: true; program: Program } | Diagnostics;

const namespace = 'workspace';
const endings = [
  '',
  '.ts',
  '.js',
  '.mts',
  '.mjs',
  '.cts',
  '.cjs',
  '.json',
  '/index.ts',
  '/index.js',
];
const loaders = {
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  json: 'json',
  sql: 'text',
  txt: 'text',
} as const;

export type BundleOptions = {
  files: Files;
  /** The file that is loaded first. */
  entry: string;
  /** Shown in stacks. */
  name: string;
  /** Modules beside the sandbox's own that the program may import. */
  extraModules?: readonly string[];
};

/** Bundles files held in memory; nothing is read from disk, whatever the code asks for. */
export async function bundleProgram({
  files,
  entry,
  name,
  extraModules = [],
}: BundleOptions): Promise<BundleResult> {
  if (!Object.hasOwn(files, entry)) {
    return refuse(entry, `The file ${entry} is missing. The program starts there.`);
  }
  const followsContext = Object.values(files).some((text) => text.includes('async_hooks'));
  try {
    return await compile('cjs');
  } catch (error) {
    if (!isAboutTopLevelAwait(error)) return explain(entry, error);
  }
  try {
    return await compile('esm');
  } catch (error) {
    return explain(entry, error);
  }

  async function compile(format: ProgramFormat): Promise<BundleResult> {
    const { outputFiles } = await build({
      stdin: { contents: starts[format](entry), loader: 'js', resolveDir: '/' },
      bundle: true,
      write: false,
      format,
      platform: 'node',
      target: 'es2024',
      sourcemap: 'external',
      sourcesContent: false,
      outfile: name,
      logLevel: 'silent',
      // All of them: what is shown is chosen below.
      logLimit: 0,
      logOverride: { 'empty-glob': 'error' },
      charset: 'utf8',
      keepNames: false,
      define: {
        __filename: JSON.stringify(`/solution/${entry}`),
        __dirname: JSON.stringify(posix.dirname(`/solution/${entry}`)),
        'import.meta.url': JSON.stringify(`file:///solution/${entry}`),
        'import.meta.filename': JSON.stringify(`/solution/${entry}`),
        'import.meta.dirname': JSON.stringify(posix.dirname(`/solution/${entry}`)),
      },
      tsconfigRaw: {
        compilerOptions: { experimentalDecorators: true, useDefineForClassFields: true },
      },
      plugins: [workspaceFiles(files, extraModules, format)],
    });
    const code = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
    const sourceMap = outputFiles.find(({ path }) => path.endsWith('.map'))?.text ?? '';
    const program = { code: wraps[format](code, name, provision(files)), sourceMap };
    return { ok: true, program: followsContext ? await followContext(program) : program };
  }
}

/** A module with top-level await cannot be a CommonJS one: its program is an async function instead. */
type ProgramFormat = 'cjs' | 'esm';

const starts: Record<ProgramFormat, (entry: string) => string> = {
  cjs: (entry) => `module.exports = require(${JSON.stringify(`./${entry}`)});`,
  esm: (entry) => `import * as entry from ${JSON.stringify(`./${entry}`)}; __publish(entry);`,
};

/**
 * esbuild looks on disk for what an import with a pattern, `import('./' + name)`, could mean. It says the
 * same whether there is such a file: nobody is to learn what is on this machine.
 */
const patternRefusal =
  'An import names one file of the workspace; a name that is put together cannot be imported.';

/** One line before the program's first, which `wrapperLines` takes away again. */
const wraps: Record<ProgramFormat, (code: string, name: string, given: string) => string> = {
  cjs: (code, name, given) =>
    `(function (exports, require, module) { "use strict"; ${given}\n${code}\n})\n//# sourceURL=${name}`,
  esm: (code, name, given) =>
    `(async function (exports, require) { "use strict"; ${given} await null; const __load = require; const __publish = (entry) => { for (const name of Object.keys(entry)) Object.defineProperty(exports, name, { enumerable: true, get: () => entry[name] }); };\n${code}\n})\n//# sourceURL=${name}`,
};

/** A program whose asynchronous context can be followed, for those that use `node:async_hooks`. */
async function followContext({ code, sourceMap }: Program): Promise<Program> {
  const map = JSON.parse(sourceMap) as { mappings: string };
  const shifted = JSON.stringify({ ...map, mappings: `;${map.mappings}` });
  const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(shifted).toString('base64')}`;
  const lowered = await awaitByPromises(`${code}\n${comment}`);
  const name = /\/\/# sourceURL=.*$/m.exec(code)?.[0] ?? '';
  return { code: `\n${lowered.code}\n${name}`, sourceMap: lowered.map };
}

const usesFiles = /['"`](?:node:)?fs(?:\/promises)?['"`]/;

/** What a program that uses `node:fs` is given before it starts: its own files, as JavaScript on one line. */
function provision(files: Files): string {
  if (!Object.values(files).some((text) => usesFiles.test(text))) return '';
  const literal = JSON.stringify(files)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `require.provideFiles(JSON.parse(${JSON.stringify(literal)}));`;
}

function isAboutTopLevelAwait(error: unknown): boolean {
  const { errors = [] } = error as { errors?: Message[] };
  return errors.length > 0 && errors.every(({ text }) => text.startsWith('Top-level await is'));
}

function explain(entry: string, error: unknown): BundleResult {
  const { errors } = error as { errors?: Message[] };
  if (!errors) throw error;
  if (errors.some(({ id, text }) => id === 'empty-glob' || text === patternRefusal))
    return refuse(entry, patternRefusal);
  return failure(errors.map(presentMessage));
}

/** Lines that a wrapped program has before its own first. */
export const wrapperLines = 1;

function workspaceFiles(
  files: Files,
  extraModules: readonly string[],
  format: ProgramFormat,
): Plugin {
  return {
    name: 'workspace-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer, namespace: from }) => {
        if (!path.startsWith('.')) {
          if (isAvailableModule(path) || extraModules.includes(path))
            return format === 'cjs' ? { path, external: true } : { path, namespace: 'runtime' };
          return { errors: [{ text: describeMissing(path) }] };
        }
        const folder = from === namespace ? posix.dirname(importer) : '.';
        const wanted = posix.normalize(posix.join(folder, path));
        const found = resolveFile(files, wanted);
        if (found !== undefined) return { path: found, namespace };
        return { errors: [{ text: `There is no file ${wanted} in the workspace.` }] };
      });
      onLoad({ filter: /.*/, namespace: 'runtime' }, ({ path }) => ({
        contents: `module.exports = __load(${JSON.stringify(path)});`,
        loader: 'js',
      }));
      onLoad({ filter: /.*/, namespace: 'file' }, () => ({
        errors: [{ text: patternRefusal }],
      }));
      onLoad({ filter: /.*/, namespace }, ({ path }) => {
        const ending = posix.extname(path).slice(1);
        const loader = Object.hasOwn(loaders, ending)
          ? loaders[ending as keyof typeof loaders]
          : 'text';
        return { contents: withoutSourceMap(files[path] ?? ''), loader };
      });
    },
  };
}

/**
 * esbuild follows a `sourceMappingURL`, also out of the workspace: it would read any file of this machine
 * and quote it in an error. It knows the comment by its space, and a tab keeps every line and column.
 */
function withoutSourceMap(contents: string): string {
  return contents.replaceAll(/([#@]) (?=sourceMappingURL=)/g, '$1\t');
}

function resolveFile(files: Files, wanted: string): string | undefined {
  const candidates = endings.map((ending) => wanted + ending);
  // TypeScript's convention: an import of ./x.js may mean ./x.ts.
  if (/\.[mc]?js$/.test(wanted)) candidates.push(wanted.replace(/js$/, 'ts'));
  return candidates.find((path) => Object.hasOwn(files, path));
}

function describeMissing(specifier: string): string {
  const name = JSON.stringify(specifier);
  if (
    specifier.startsWith('node:') ||
    (nodeModuleNames as readonly string[]).includes(specifier.split('/')[0] ?? '')
  ) {
    return `The module ${name} is not available in the sandbox. Of Node's own there are: ${nodeModuleNames.join(', ')}.`;
  }
  return `The package ${name} is not available in the sandbox. There are: ${packageNames.join(', ')}.`;
}

function presentMessage({ text, location }: Message): Diagnostic {
  return {
    file: location?.file.replace(`${namespace}:`, '') ?? '',
    line: location?.line ?? 0,
    column: location ? location.column + 1 : 0,
    message: text,
    ...(location?.lineText ? { source: location.lineText.slice(0, 500) } : {}),
  };
}

function failure(diagnostics: Diagnostic[]): Diagnostics {
  return { ok: false, diagnostics: diagnostics.slice(0, 20) };
}

/** A problem of the program as a whole. */
export function refuse(entry: string, message: string): Diagnostics {
  return failure([{ file: entry, line: 0, column: 0, message }]);
}
