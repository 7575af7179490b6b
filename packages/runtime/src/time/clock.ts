/**
 * The virtual clock of an isolate. `Date`, `performance` and `Math.random` are replaced before anything
 * else is loaded, so that code in the start-up snapshot follows the run's clock and seed as well.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const RealDate = Date;
/** What the clock shows while the snapshot is built: it never reaches a run. */
let readNow: () => number = () => 0;
let startedAt = 0;
let generator = xoroshiro128plus(0);

/** Follow `now` (ms since the epoch) and draw random numbers from `seed` from here on. */
export function startClock(now: () => number, seed: number): void {
  readNow = now;
  startedAt = now();
  generator = xoroshiro128plus(seed);
}

export function virtualNow(): number {
  return readNow();
}

/** A seeded integer of 32 bits, 0 to 2^32 - 1. */
export function randomUint32(): number {
  return generator.next() >>> 0;
}

/** `length` seeded bytes. */
export function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 4) {
    const word = randomUint32();
    for (let shift = 0; shift < 4 && index + shift < length; shift += 1)
      bytes[index + shift] = (word >>> (shift * 8)) & 0xff;
  }
  return bytes;
}

// On the original itself: whoever asks for the property's descriptor asks past a proxy.
Object.defineProperty(RealDate, 'now', {
  value: virtualNow,
  writable: true,
  configurable: true,
});
const VirtualDate = new Proxy(RealDate, {
  construct(target, args: unknown[], newTarget) {
    return Reflect.construct(target, args.length === 0 ? [readNow()] : args, newTarget) as object;
  },
  apply() {
    return new RealDate(readNow()).toString();
  },
});
Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate });

/** Two draws make the 53 bits of a double, as V8's own generator has. */
function random(): number {
  const high = randomUint32() >>> 5;
  const low = randomUint32() >>> 6;
  return (high * 67_108_864 + low) / 9_007_199_254_740_992;
}

const performance = {
  /** undici reports each fetch here. */
  markResourceTiming: () => {},
  now: () => readNow() - startedAt,
  get timeOrigin() {
    return startedAt;
  },
};

Object.defineProperty(Math, 'random', { value: random, writable: true, configurable: true });
for (const [name, value] of Object.entries({ Date: VirtualDate, performance })) {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}
