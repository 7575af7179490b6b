/** What the runtime uses of Node's own library, and the modules that the bundler makes. */
declare module 'node:facts' {
  export const version: string;
  export const versions: Record<string, string>;
  export const constants: Record<
    'crypto' | 'fs' | 'os' | 'zlib' | 'trace',
    Record<string, unknown>
  >;
  export const errorMap: [errno: number, [name: string, message: string]][];
}
declare module 'node:internal/per_context/domexception' {
  const exported: { DOMException: typeof globalThis.DOMException };
  export default exported;
}
declare module 'node:internal/streams/lazy_transform' {
  export { Transform as default } from 'node:stream';
}
declare module 'node:internal/navigator' {
  export const Navigator: typeof globalThis.Navigator;
  export const navigator: globalThis.Navigator;
}
declare module 'node:internal/fs/utils' {
  export { Dirent, Stats } from 'node:fs';
}
declare module 'node:internal/vfs/file_system' {
  export class VirtualFileSystem {
    constructor(options: { emitExperimentalWarning: boolean });
    mkdirSync(path: string, options: { recursive: boolean }): void;
    writeFileSync(path: string, text: string): void;
    existsSync(path: string): boolean;
    readonly promises: object;
  }
}
declare module 'node:internal/validators' {
  type Validate = (value: unknown, name: string) => void;
  export const validateFunction: Validate;
  export const validateAbortSignal: Validate;
  export const validateObject: Validate;
  export const validateBoolean: Validate;
  export const validateNumber: Validate;
  export const validateString: Validate;
  export function validateInteger(value: unknown, name: string, min?: number, max?: number): void;
}
declare module 'node:internal/util/debuglog' {
  export function initializeDebugEnv(names?: string): void;
}
declare module 'node:internal/cli_table' {
  export default function table(head: string[], columns: string[][]): string;
}
declare module 'node:internal/encoding' {
  export const TextEncoder: typeof globalThis.TextEncoder;
  export const TextDecoder: typeof globalThis.TextDecoder;
}
declare module 'node:internal/abort_controller' {
  export const AbortController: typeof globalThis.AbortController;
  export const AbortSignal: typeof globalThis.AbortSignal;
}
declare module 'node:internal/event_target' {
  export const CustomEvent: typeof globalThis.CustomEvent;
  export const Event: typeof globalThis.Event;
  export const EventTarget: typeof globalThis.EventTarget;
}
declare module 'node:internal/url' {
  export const URL: typeof globalThis.URL;
  export const URLSearchParams: typeof globalThis.URLSearchParams;
}
declare module 'node:internal/util/inspect' {
  export { format, formatWithOptions, inspect } from 'node:util';
}
declare module 'node:internal/errors' {
  type NodeErrorConstructor = new (...args: unknown[]) => Error & { code: string };
  export const codes: Record<
    | 'ERR_CRYPTO_HASH_FINALIZED'
    | 'ERR_CRYPTO_INVALID_DIGEST'
    | 'ERR_HTTP_INVALID_HEADER_VALUE'
    | 'ERR_INVALID_CHAR'
    | 'ERR_INVALID_HTTP_TOKEN'
    | 'ERR_SERVER_NOT_RUNNING'
    | 'ERR_INVALID_ARG_TYPE'
    | 'ERR_INVALID_ARG_VALUE'
    | 'ERR_INVALID_URL'
    | 'ERR_MISSING_ARGS'
    | 'ERR_OUT_OF_RANGE',
    NodeErrorConstructor
  >;
  export class AbortError extends Error {
    constructor(message?: string, options?: { cause?: unknown });
  }
}
declare module 'whatwg-url' {
  export type UrlRecord = {
    scheme: string;
    username: string;
    password: string;
    host: string | number | number[] | null;
    port: number | null;
    path: string | string[];
    query: string | null;
    fragment: string | null;
  };
  export const URL: typeof globalThis.URL;
  export function parseURL(
    input: string,
    options?: { baseURL: UrlRecord | null },
  ): UrlRecord | null;
  export function serializeURL(record: UrlRecord): string;
  export function serializeHost(host: NonNullable<UrlRecord['host']>): string;
}
declare module 'pako/lib/zlib/*' {
  class ZStream {
    input: Uint8Array;
    next_in: number;
    avail_in: number;
    output: Uint8Array;
    next_out: number;
    avail_out: number;
    msg: string;
  }
  type Dictionary = (stream: ZStream, dictionary: Uint8Array) => number;
  export const deflateInit2: (
    stream: ZStream,
    level: number,
    method: number,
    windowBits: number,
    memLevel: number,
    strategy: number,
  ) => number;
  export const deflate: (stream: ZStream, flush: number) => number;
  export const deflateSetDictionary: Dictionary;
  export const inflateInit2: (stream: ZStream, windowBits: number) => number;
  export const inflate: (stream: ZStream, flush: number) => number;
  export const inflateReset: (stream: ZStream) => number;
  export const inflateSetDictionary: Dictionary;
  const exported: typeof ZStream &
    Record<number, string> &
    ((crc: number, bytes: Uint8Array, length: number, start: number) => number);
  export default exported;
}
