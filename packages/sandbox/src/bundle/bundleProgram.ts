import { posix } from 'node:path';
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
    return failure([
      {
        file: entry,
        line: 0,
        column: 0,
        message: `The file ${entry} is missing. The program starts there.`,
      },
    ]);
  }
  try {
    const { outputFiles } = await build({
      stdin: {
        contents: `module.exports = require(${JSON.stringify(`./${entry}`)});`,
        loader: 'js',
        resolveDir: '/',
      },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'es2024',
      sourcemap: 'external',
      sourcesContent: false,
      outfile: name,
      logLevel: 'silent',
      logLimit: 20,
      charset: 'utf8',
      keepNames: false,
      tsconfigRaw: {
        compilerOptions: { experimentalDecorators: true, useDefineForClassFields: true },
      },
      plugins: [workspaceFiles(files, extraModules)],
    });
    const code = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
    const sourceMap = outputFiles.find(({ path }) => path.endsWith('.map'))?.text ?? '';
    return { ok: true, program: { code: wrap(code, name), sourceMap } };
  } catch (error) {
    const { errors } = error as { errors?: Message[] };
    if (!errors) throw error;
    return failure(errors.map(presentMessage));
  }
}

/** One line before the program's first, which `wrapperLines` takes away again. */
function wrap(code: string, name: string): string {
  return `(function (exports, require, module) { "use strict";\n${code}\n})\n//# sourceURL=${name}`;
}

/** Lines that a wrapped program has before its own first. */
export const wrapperLines = 1;

function workspaceFiles(files: Files, extraModules: readonly string[]): Plugin {
  return {
    name: 'workspace-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer, namespace: from }) => {
        if (!path.startsWith('.')) {
          if (isAvailableModule(path) || extraModules.includes(path))
            return { path, external: true };
          return { errors: [{ text: describeMissing(path) }] };
        }
        const folder = from === namespace ? posix.dirname(importer) : '.';
        const wanted = posix.normalize(posix.join(folder, path));
        const found = resolveFile(files, wanted);
        if (found !== undefined) return { path: found, namespace };
        return { errors: [{ text: `There is no file ${wanted} in the workspace.` }] };
      });
      onLoad({ filter: /.*/, namespace }, ({ path }) => {
        const ending = posix.extname(path).slice(1);
        const loader = Object.hasOwn(loaders, ending)
          ? loaders[ending as keyof typeof loaders]
          : 'text';
        return { contents: files[path] ?? '', loader };
      });
    },
  };
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
    return `The module ${name} is not available here. Of Node's own there are: ${nodeModuleNames.join(', ')}.`;
  }
  return `The package ${name} is not available here. There are: ${packageNames.join(', ')}.`;
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

function failure(diagnostics: Diagnostic[]): BundleResult {
  return { ok: false, diagnostics: diagnostics.slice(0, 20) };
}
