/**
 * Takes away what could outgrow the isolate's heap limit or block its thread. Called when a run starts,
 * because V8 adds some of these to every new context, whatever the snapshot holds.
 */
export function removeGlobals(): void {
  for (const name of ['WebAssembly', 'SharedArrayBuffer']) Reflect.deleteProperty(globalThis, name);
  for (const name of ['resize', 'transfer', 'transferToFixedLength']) Reflect.deleteProperty(ArrayBuffer.prototype, name);
  Reflect.deleteProperty(Atomics, 'wait');
  Reflect.deleteProperty(Atomics, 'waitAsync');
}
