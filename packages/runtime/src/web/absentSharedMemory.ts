/** Libraries look at its prototype when they load; while a snapshot is built there is none. */
class AbsentSharedArrayBuffer {
  get byteLength(): number {
    return 0;
  }

  get growable(): boolean {
    return false;
  }
}

Object.defineProperty(globalThis, 'SharedArrayBuffer', {
  value: AbsentSharedArrayBuffer,
  writable: true,
  configurable: true,
});
