import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { DatabaseClock } from './DatabaseClock.ts';

const hourMs = 3_600_000;
const logger = pino({ level: 'silent' });

/** The clock of the database's machine, which goes on with the time of the test. */
let databaseMs: () => number;
let clock: DatabaseClock;
beforeEach(async () => {
  jest.useFakeTimers({ now: 1_700_000_000_000 });
  const [startMs, from] = [1_800_000_000_000, performance.now()];
  databaseMs = () => startMs + performance.now() - from;
  clock = await DatabaseClock.start(async () => new Date(databaseMs()), logger);
});
afterEach(() => {
  clock.close();
  jest.useRealTimers();
});

const offMs = () => clock.now().getTime() - databaseMs();

describe("the clock of a process that asks the database's", () => {
  it('says the time of the database, whatever that of this machine is', async () => {
    expect(offMs()).toBe(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(offMs()).toBe(0);
  });

  it('does not move when the wall clock of this machine jumps', async () => {
    jest.setSystemTime(Date.now() + hourMs);
    expect(offMs()).toBe(0);
    jest.setSystemTime(Date.now() - 2 * hourMs);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(offMs()).toBe(0);
  });

  it('follows the database where that is set, and goes on while it is away', async () => {
    const before = databaseMs;
    databaseMs = () => {
      throw new Error('The database is away.');
    };
    await jest.advanceTimersByTimeAsync(20_000);
    databaseMs = before;
    expect(offMs()).toBe(0);
    databaseMs = () => before() + 3_000;
    expect(offMs()).toBe(-3_000);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(offMs()).toBe(0);
  });
});
