/** Knows whether a test is running, so that what is said in one can end with it. */
export class TestScope {
  readonly #listeners: (() => void)[] = [];
  readonly #fail: (error: unknown) => void;
  #inTest = false;

  /** `fail` makes the running test fail with an error that nobody awaits. */
  constructor(fail: (error: unknown) => void) {
    this.#fail = fail;
  }

  get inTest(): boolean {
    return this.#inTest;
  }

  /** Calls `forget` whenever a test begins or ends. */
  onBoundary(forget: () => void): void {
    this.#listeners.push(forget);
  }

  begin(): void {
    this.#inTest = true;
    for (const forget of this.#listeners) forget();
  }

  end(): void {
    this.#inTest = false;
    for (const forget of this.#listeners) forget();
  }

  failTest(error: unknown): void {
    this.#fail(error);
  }
}
