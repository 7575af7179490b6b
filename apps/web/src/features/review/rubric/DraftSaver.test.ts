import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DraftSaver, type DraftState } from './DraftSaver.ts';

/** A server whose answers the test gives. */
function startSaver() {
  const saved: string[] = [];
  const states: DraftState['kind'][] = [];
  const waiting: { answer: () => void; fail: () => void }[] = [];
  const saver = new DraftSaver<string>({
    save: (draft) =>
      new Promise((resolve, reject) => {
        waiting.push({
          answer: () => {
            saved.push(draft);
            resolve();
          },
          fail: () => reject(new Error('down')),
        });
      }),
    explain: () => ({ message: 'The server is away.', canRetry: true }),
    onState: ({ kind }) => states.push(kind),
  });
  return { saver, saved, states, waiting };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('saving a draft', () => {
  it('waits for a pause and saves the last state once', async () => {
    const { saver, saved, states, waiting } = startSaver();
    saver.change('a');
    saver.change('ab');
    await jest.advanceTimersByTimeAsync(699);
    expect(waiting).toHaveLength(0);
    saver.change('abc');
    await jest.advanceTimersByTimeAsync(700);
    waiting[0]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['abc']);
    expect(states.at(-1)).toBe('saved');
    expect(saver.hasUnsaved).toBe(false);
  });

  it('sends one save at a time, so that an older state never overtakes a newer one', async () => {
    const { saver, saved, waiting } = startSaver();
    saver.change('old');
    await jest.advanceTimersByTimeAsync(700);
    saver.change('new');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(waiting).toHaveLength(1);
    waiting[0]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    waiting[1]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['old', 'new']);
  });

  it('says that it failed, and tries again by itself', async () => {
    const { saver, saved, states, waiting } = startSaver();
    saver.change('a');
    await jest.advanceTimersByTimeAsync(700);
    waiting[0]?.fail();
    await jest.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('failed');
    expect(saver.hasUnsaved).toBe(true);
    await jest.advanceTimersByTimeAsync(4_000);
    waiting[1]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['a']);
  });

  it('saves what is left when it is closed, and then is silent', async () => {
    const { saver, saved, waiting } = startSaver();
    saver.change('last words');
    const closed = saver.close();
    await jest.advanceTimersByTimeAsync(0);
    waiting[0]?.answer();
    await closed;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual(['last words']);
    expect(waiting).toHaveLength(1);
  });
});
