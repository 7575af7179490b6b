/** What of WebAssembly engines need; it is not in the types of a language alone. */
type Wasm = {
  Module: { new (bytes: ArrayBuffer): object; imports(module: object): WasmImport[] };
  Instance: new (module: object, imports: WasmImports) => { exports: object };
  instantiate(source: object, imports: WasmImports): Promise<unknown>;
  compile(bytes: ArrayBuffer): Promise<object>;
};
type WasmImport = { module: string; name: string };
export type WasmImports = Record<string, Record<string, unknown>>;

/** Asked for late: a start-up snapshot cannot hold it. */
export function webAssembly(): Wasm {
  return (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
}

/**
 * Takes WebAssembly away: its memories would be outside of all limits. What an engine runs on has no way back to it,
 * because the constructors are gone from what it holds.
 */
export function removeWebAssembly(): void {
  const { WebAssembly: wasm } = globalThis as { WebAssembly?: Record<string, unknown> };
  for (const name of Object.getOwnPropertyNames(wasm ?? {})) {
    const member = wasm?.[name];
    if (
      typeof member === 'function' &&
      typeof member.prototype === 'object' &&
      member.prototype !== null
    )
      Reflect.deleteProperty(member.prototype as object, 'constructor');
    if (wasm) Reflect.deleteProperty(wasm, name);
  }
}
