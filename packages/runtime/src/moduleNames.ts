/** What a solution may import beside its own files; everything else is named in a compile error. */
export const nodeModuleNames = [
  'assert',
  'assert/strict',
  'async_hooks',
  'buffer',
  'crypto',
  'diagnostics_channel',
  'events',
  'fs',
  'fs/promises',
  'http',
  'https',
  'net',
  'path',
  'path/posix',
  'perf_hooks',
  'process',
  'querystring',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
  'zlib',
] as const;

export const packageNames = ['express', 'ioredis', 'pg', 'zod'] as const;

/** Modules of Node that exist for libraries to load, and say clearly that they are not here when used. */
export const absentNodeModuleNames = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'http2',
  'os',
  'readline',
  'sqlite',
  'tls',
  'tty',
  'v8',
  'vm',
  'worker_threads',
] as const;

const names = new Set<string>([
  ...nodeModuleNames,
  ...nodeModuleNames.map((name) => `node:${name}`),
  ...packageNames,
]);

/** Whether the sandbox offers the module that an import names. */
export function isAvailableModule(specifier: string): boolean {
  return names.has(specifier);
}
