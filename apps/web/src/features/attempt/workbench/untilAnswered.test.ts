import { describe, expect, it } from '@jest/globals';
import { ORPCError } from '@orpc/client';
import { untilAnswered } from './untilAnswered.ts';

const { retry, retryDelay } = untilAnswered;

describe('a call that may be sent again', () => {
  it('is sent again while nobody can say what came of it, and no more once it is answered', () => {
    const lost = new TypeError('Failed to fetch');
    expect([0, 1, 100].map((repeats) => retry(repeats, lost))).toEqual([true, true, true]);
    expect(retry(0, new ORPCError('INTERNAL_SERVER_ERROR', { status: 500 }))).toBe(true);
    expect(retry(3, new ORPCError('SERVICE_UNAVAILABLE', { status: 503 }))).toBe(true);
    expect(retry(3, new ORPCError('STILL_RUNNING', { status: 409 }))).toBe(false);
    expect(retry(3, new ORPCError('UNAUTHORIZED', { status: 401 }))).toBe(false);
  });

  it('goes on when it was sent too often, unless the first was already refused for that', () => {
    const often = new ORPCError('TOO_MANY_REQUESTS', { status: 429 });
    expect([retry(0, often), retry(1, often)]).toEqual([false, true]);
  });

  it('waits a little longer each time, and never for long', () => {
    expect([0, 1, 2, 3, 50].map(retryDelay)).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
  });
});
