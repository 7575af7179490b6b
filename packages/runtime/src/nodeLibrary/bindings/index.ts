/**
 * `internalBinding`: what Node's own library asks of its C++ layer. The library's JavaScript runs unchanged;
 * this is the part that Assay brings.
 */
import { constants, errorMap } from 'node:facts';
import { asyncContextBinding } from './asyncContext.ts';
import { bufferBinding } from './buffer.ts';
import { encodingBinding, icuBinding } from './encoding.ts';
import { stringDecoderBinding } from './stringDecoder.ts';
import { symbolsBinding } from './symbols.ts';
import { typesBinding } from './types.ts';
import { utilBinding } from './introspection.ts';

const uv = {
  errname: (errno: number) =>
    errorMap.find(([number]) => number === errno)?.[1][0] ?? `Unknown system error ${errno}`,
  getErrorMap: () => new Map(errorMap),
  getErrorMessage: (errno: number) => errorMap.find(([number]) => number === errno)?.[1][1],
  ...Object.fromEntries(errorMap.map(([number, [name]]) => [`UV_${name}`, number])),
};

const bindings: Record<string, object> = {
  async_context_frame: asyncContextBinding,
  buffer: bufferBinding,
  config: {
    hasIntl: true,
    hasInspector: false,
    hasCrypto: true,
    getDefaultLocale: () => 'en-US',
  },
  constants,
  /** Counts of subscribers that C++ would look at. */
  diagnostics_channel: {
    subscribers: new Uint32Array(64),
    getOrCreateChannelIndex: () => 0,
    notifyChannelActive: () => {},
    notifyChannelInactive: () => {},
    linkNativeChannel: () => {},
  },
  encoding_binding: encodingBinding,
  errors: {
    exitCodes: { kNoFailure: 0, kGenericUserError: 1 },
    triggerUncaughtException: () => {},
  },
  fs: { internalModuleStat: () => -1 },
  icu: icuBinding,
  os: { getAvailableParallelism: () => 1 },
  stream_wrap: {},
  string_decoder: stringDecoderBinding,
  symbols: symbolsBinding,
  types: typesBinding,
  url_pattern: { URLPattern: undefined },
  util: utilBinding,
  uv,
};

/** Adds a binding whose implementation needs parts of the library itself. */
export function registerBinding(name: string, binding: object): void {
  bindings[name] = binding;
}

export function internalBinding(name: string): object {
  const binding = bindings[name];
  if (binding) return binding;
  throw new Error(`Node's binding "${name}" has no counterpart in the sandbox.`);
}
