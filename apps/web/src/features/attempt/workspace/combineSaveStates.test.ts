import { describe, expect, it } from '@jest/globals';
import { combineSaveStates } from './combineSaveStates.ts';

const saved = { kind: 'saved', pending: 0, reconnected: false } as const;

describe('where the work of all challenges is', () => {
  it('is saved when all of it is', () => {
    expect(combineSaveStates([saved, saved])).toEqual(saved);
  });

  it('counts the changes of every challenge, and names the worst', () => {
    const offline = { kind: 'offline', pending: 2, kept: true } as const;
    expect(combineSaveStates([offline, { ...offline, pending: 40 }])).toEqual({
      ...offline,
      pending: 42,
    });
    expect(combineSaveStates([saved, { kind: 'saving', pending: 3 }])).toEqual({
      kind: 'saving',
      pending: 3,
    });
    const refused = {
      kind: 'refused',
      pending: 1,
      code: 'too_large',
      message: 'Too much.',
    } as const;
    expect(combineSaveStates([{ kind: 'saving', pending: 3 }, refused])).toEqual({
      ...refused,
      pending: 4,
    });
  });
});
