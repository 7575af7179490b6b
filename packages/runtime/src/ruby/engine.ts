/** CRuby, as ruby.wasm has compiled it to WebAssembly, inside this isolate. */
import { type WasmImports, webAssembly } from '#language/wasm.ts';
import { encodeUtf8Into, utf8Length } from '#nodeLibrary/bindings/utf8.ts';
import type { RubySystem } from './system.ts';

type Memory = { buffer: ArrayBuffer; grow(pages: number): number };

/** What of the binary's exports is called, under shorter names. */
const exportNames = {
  allocate: 'cabi_realloc',
  drop: 'canonical_abi_drop_rb-abi-value',
  start: 'ruby-init: func(args: list<string>) -> ()',
  evaluate: 'rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>',
  clearError: 'rb-clear-errinfo: func() -> ()',
} as const;
type Calls = Record<keyof typeof exportNames, (...args: number[]) => number>;

export type RubyEngine = {
  /**
   * Evaluates Ruby's own text of ours.
   * @throws {Error} when it raised, or the interpreter broke.
   */
  evaluate(source: string): void;
  memory: Memory;
  /** Whether its memory can grow no further. */
  isFull(): boolean;
};

/** RubyGems would load at each start, and there is no gem. */
const startArguments = ['ruby', '--disable=gems', '-EUTF-8:UTF-8', '-e_=0'];

/** @param fresh Whether the binary's memory is as it was compiled; else Ruby has started in it already. */
export function startRuby(wasm: ArrayBuffer, system: RubySystem, fresh: boolean): RubyEngine {
  const { Module, Instance } = webAssembly();
  const module = new Module(wasm);
  const { exports } = new Instance(module, importsOf(Module.imports(module), system));
  const { memory, _initialize: initialize } = exports as {
    memory: Memory;
    _initialize(): void;
  };
  system.useMemory(memory);
  const calls = Object.fromEntries(
    Object.entries(exportNames).map(([name, full]) => [name, (exports as Calls)[full as 'start']]),
  ) as Calls;
  const store = (text: string): [start: number, length: number] => {
    const length = utf8Length(text);
    const start = calls.allocate(0, 0, 1, Math.max(1, length));
    encodeUtf8Into(new Uint8Array(memory.buffer, start, length), text);
    return [start, length];
  };
  if (fresh) {
    initialize();
    const list = calls.allocate(0, 0, 4, startArguments.length * 8);
    for (const [index, argument] of startArguments.entries()) {
      const [start, length] = store(`${argument}\0`);
      const view = new DataView(memory.buffer);
      view.setInt32(list + index * 8, start, true);
      view.setInt32(list + index * 8 + 4, length, true);
    }
    calls.start(list, startArguments.length);
  }
  return {
    memory,
    evaluate: (source) => {
      const result = calls.evaluate(...store(source));
      const view = new DataView(memory.buffer);
      const [value, state] = [view.getInt32(result, true), view.getInt32(result + 4, true)];
      calls.drop(value);
      if (state === 0) return;
      calls.clearError();
      throw new Error(`Ruby raised where it must not (${state}).`);
    },
    isFull: () => {
      try {
        memory.grow(1);
        return false;
      } catch {
        return true;
      }
    },
  };
}

/** There is no way to JavaScript: what Ruby's `js` would call ends the program. */
function importsOf(wanted: { module: string; name: string }[], system: RubySystem): WasmImports {
  const same = (value: number) => value;
  const imports: WasmImports = {
    wasi_snapshot_preview1: system.imports,
    canonical_abi: {
      'resource_new_rb-abi-value': same,
      'resource_get_rb-abi-value': same,
    },
  };
  for (const { module, name } of wanted) {
    imports[module] ??= {};
    imports[module][name] ??= () => {
      throw new Error('there is no JavaScript to reach from Ruby');
    };
  }
  return imports;
}
