/** Entry of the solution isolate's snapshot for Python: starts it, and takes the turns that the host gives. */
import '#time/clock.ts';
import { type LanguageEngine, takeTurns } from '#language/takeTurns.ts';
import { removeWebAssembly } from '#language/wasm.ts';
import type { SolutionHost, SolutionTurn } from '#solution/protocol.ts';
import { followVirtualClock } from '#time/otherClocks.ts';
import { removeGlobals } from '#web/removeGlobals.ts';
import { startEngine, watchMemory } from './engine.ts';
import { installLibrary } from './installLibrary.ts';

let adapter: LanguageEngine | undefined;
let problem: unknown = new Error('Python has not started.');

/** What the host asks for in a new context. It is done when the host's call is over, promises included. */
function prepare(wasm: ArrayBuffer, standardLibrary: ArrayBuffer, memory: ArrayBuffer): void {
  void startEngine({ wasm, standardLibrary, memory }).then(
    (python) => {
      adapter = installLibrary(python).adapter;
      removeWebAssembly();
      removeGlobals();
      followVirtualClock();
    },
    (error: unknown) => {
      problem = error;
    },
  );
}

/** The memory of a Python that has loaded our library: what `prepare` is given from then on. */
function makeMemory(wasm: ArrayBuffer, standardLibrary: ArrayBuffer): Promise<Uint8Array> {
  return startEngine({ wasm, standardLibrary }).then((python) => {
    installLibrary(python).release();
    return python.makeMemorySnapshot();
  });
}

function boot(
  host: SolutionHost,
  seed: number,
  environmentJson: string,
): (op: SolutionTurn['op'], ...args: never[]) => string {
  if (!adapter) throw problem;
  watchMemory(host.outOfMemory);
  return takeTurns('Python', adapter, host, { seed, environmentJson });
}

for (const [name, value] of Object.entries({
  __prepare: prepare,
  __boot: boot,
  __makeMemory: makeMemory,
  __warmUp: () => {},
}))
  Object.defineProperty(globalThis, name, { value, configurable: true });
