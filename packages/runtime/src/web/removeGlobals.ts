/** Takes away what could outgrow the isolate's heap limit or block its thread. */
export function removeGlobals(): void {
  remove(globalThis, ['WebAssembly', 'SharedArrayBuffer']);
  remove(ArrayBuffer.prototype, ['resize', 'transfer', 'transferToFixedLength']);
  remove(Atomics, ['wait', 'waitAsync']);
}

function remove(owner: object, names: string[]): void {
  for (const name of names) {
    // Again until it is gone: under a property of the snapshot lies V8's own of the same name.
    while (Object.hasOwn(owner, name) && Reflect.deleteProperty(owner, name));
    if (name in owner) throw new Error(`${name} could not be removed.`);
  }
}
