/**
 * Gives functions back the names that the bundler changed to keep them apart (`Buffer14`, `_Event`), where
 * they are known to programs by another.
 */
export function restoreNames(exported: object): void {
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(exported))) {
    const value: unknown = descriptor.value;
    if (typeof value !== 'function' || value.name === key) continue;
    const given = /^_*(?<name>.*?)\d*$/.exec(value.name)?.groups?.['name'];
    const wanted = /^_*(?<name>.*?)\d*$/.exec(key)?.groups?.['name'];
    if (given === wanted) Object.defineProperty(value, 'name', { value: key, configurable: true });
  }
}
