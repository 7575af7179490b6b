/**
 * The asynchronous context of the code that runs: what `AsyncLocalStorage` reads. Timers and ticks carry it
 * on; promises do once `followPromises` was called, which only programs with `node:async_hooks` pay for.
 */
let frame: unknown;

export const currentFrame = (): unknown => frame;

export function setFrame(next: unknown): void {
  frame = next;
}

/** Runs `callback` in `given`, and goes back to the context before. */
export function runInFrame<T>(given: unknown, callback: () => T): T {
  const prior = frame;
  frame = given;
  try {
    return callback();
  } finally {
    frame = prior;
  }
}

type Reaction = ((value: unknown) => unknown) | null | undefined;
type Then = (this: unknown, resolve: Reaction, reject: Reaction) => unknown;

const inFrame = (reaction: Reaction): Reaction => {
  if (typeof reaction !== 'function') return reaction;
  const given = frame;
  return (value) => runInFrame(given, () => reaction(value));
};

let following = false;

/**
 * Lets reactions to promises run in the context in which they were added. `await` of the engine would pass
 * this by: the bundler turns it into `then` for programs with `node:async_hooks`, and always in the runtime's
 * own library.
 */
export function followPromises(): void {
  if (following) return;
  following = true;
  const ownThen = Promise.prototype.then as Then;
  const ownResolve = Promise.resolve as (this: unknown, value: unknown) => Promise<unknown>;
  const define = (owner: object, name: string, value: unknown) =>
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  define(
    Promise.prototype,
    'then',
    function then(this: unknown, resolve: Reaction, reject: Reaction) {
      return Reflect.apply(ownThen, this, [inFrame(resolve), inFrame(reject)]);
    },
  );
  define(Promise, 'resolve', function resolve(this: unknown, value: unknown) {
    return Reflect.apply(ownResolve, this, [isForeign(value) ? adopt(value) : value]);
  });
}

const isForeign = (value: unknown): value is object =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  !(value instanceof Promise);

/** A thenable is called later, by the engine; it has to find the context of now. */
function adopt(value: object): unknown {
  const then: unknown = Reflect.get(value, 'then');
  if (typeof then !== 'function') return value;
  const given = frame;
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- it stands for one
    then: (resolve: Reaction, reject: Reaction) =>
      runInFrame(given, () => Reflect.apply(then as Then, value, [resolve, reject])),
  };
}
