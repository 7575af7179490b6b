import { describe, expect as jestExpect, it } from '@jest/globals';
import { expect as original } from 'expect';
import { expect } from './expect.ts';

const messageOf = (run: () => unknown): string => {
  try {
    run();
    return 'nothing was thrown';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the expect of tests in the sandbox', () => {
  it('has every matcher of Jest, plain and negated', () => {
    const names = Object.keys(original(1)).filter(
      (name) => !['not', 'resolves', 'rejects'].includes(name),
    );
    const missing = names.filter((name) => {
      const lazy = expect(1) as unknown as Record<string, unknown>;
      const negated = expect(1).not as unknown as Record<string, unknown>;
      return typeof lazy[name] !== 'function' || typeof negated[name] !== 'function';
    });
    jestExpect(names.length).toBeGreaterThan(30);
    jestExpect(missing).toEqual([]);
  });

  it('fails with the words of Jest', () => {
    jestExpect(messageOf(() => expect({ a: 1 }).toEqual({ a: 2 }))).toBe(
      messageOf(() => original({ a: 1 }).toEqual({ a: 2 })),
    );
    jestExpect(messageOf(() => expect([1]).not.toContain(1))).toBe(
      messageOf(() => original([1]).not.toContain(1)),
    );
    jestExpect(messageOf(() => (expect as (...args: unknown[]) => unknown)(1, 2))).toBe(
      'Expect takes at most one argument.',
    );
  });

  it('waits for promises', async () => {
    await expect(Promise.resolve(3)).resolves.toBe(3);
    await expect(Promise.resolve(3)).resolves.not.toBe(4);
    await expect(Promise.reject(new Error('no'))).rejects.toThrow('no');
    await jestExpect(expect(Promise.resolve(3)).resolves.toBe(4)).rejects.toThrow('Expected: 4');
  });

  it('takes matchers that a test adds, also inside of values', () => {
    expect.extend({
      toBeEven: (received: number) => ({ pass: received % 2 === 0, message: () => 'it is odd' }),
    });
    const extended = expect as unknown as {
      (actual: unknown): { toBeEven(): void; not: { toBeEven(): void } };
      toBeEven(): unknown;
    };
    extended(2).toBeEven();
    extended(3).not.toBeEven();
    expect({ n: 2 }).toEqual({ n: extended.toBeEven() });
    jestExpect(messageOf(() => extended(3).toBeEven())).toBe('it is odd');
  });
});
