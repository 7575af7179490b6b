import { expect as jestExpect } from 'expect';

type Matcher = (...args: unknown[]) => unknown;
interface Expectation {
  [name: string]: Matcher | Expectation;
}

/** Where Jest keeps its matchers, shared by all copies of `expect` in a realm. */
const store = Reflect.get(globalThis, Symbol.for('$$jest-matchers-object')) as {
  matchers: Record<string, Matcher>;
};

/** Jest's expectation with one matcher. */
function expectOnly(name: string, actual: unknown): Expectation {
  const { matchers } = store;
  store.matchers = { [name]: matchers[name] as Matcher };
  try {
    return jestExpect(actual) as unknown as Expectation;
  } finally {
    store.matchers = matchers;
  }
}

/** Has every matcher as a getter, so that only the one that is asked for is made. */
class LazyExpectation {
  readonly #actual: unknown;
  readonly #path: readonly string[];

  constructor(actual: unknown, path: readonly string[]) {
    this.#actual = actual;
    this.#path = path;
  }

  static add(names: readonly string[]): void {
    for (const name of names) {
      Object.defineProperty(LazyExpectation.prototype, name, {
        configurable: true,
        get(this: LazyExpectation) {
          let found = expectOnly(name, this.#actual);
          for (const part of this.#path) found = found[part] as Expectation;
          return found[name];
        },
      });
    }
  }

  get not(): LazyExpectation {
    return new LazyExpectation(this.#actual, [...this.#path, 'not']);
  }

  get resolves(): LazyExpectation {
    return new LazyExpectation(this.#actual, [...this.#path, 'resolves']);
  }

  get rejects(): LazyExpectation {
    return new LazyExpectation(this.#actual, [...this.#path, 'rejects']);
  }
}

LazyExpectation.add(Object.keys(store.matchers));

/**
 * Jest's `expect`. Its own makes six functions for each of some forty matchers at every call, which is
 * half of what a short test costs; this one makes them for the matcher that is used.
 */
export const expect: typeof jestExpect = Object.assign(
  (...given: [unknown]) =>
    given.length > 1 ? jestExpect(...given) : new LazyExpectation(given[0], []),
  jestExpect,
  { extend },
);

function extend(matchers: Parameters<typeof jestExpect.extend>[0]): void {
  jestExpect.extend(matchers);
  LazyExpectation.add(Object.keys(matchers));
  // Jest adds them to its own function, for use inside of expected values.
  Object.assign(expect, jestExpect, { extend });
}
