import { transform } from 'esbuild';

/** Syntax whose promises only the engine sees; esbuild makes generators and `then` of it. */
const withoutAwait = {
  'async-await': false,
  'async-generator': false,
  'for-await': false,
};

/**
 * The same code without the engine's own `await`, so that an asynchronous context follows through it: V8 keeps
 * one for such purposes, but an isolate has no way to it.
 */
export async function awaitByPromises(code: string): Promise<{ code: string; map: string }> {
  return transform(code, {
    supported: withoutAwait,
    target: 'es2024',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
  });
}
