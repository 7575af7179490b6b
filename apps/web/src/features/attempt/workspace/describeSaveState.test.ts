import { describe, expect, it } from '@jest/globals';
import { describeSaveState } from './describeSaveState.ts';

describe('the save state in words', () => {
  it('says saved only when the server has acknowledged everything', () => {
    expect(describeSaveState({ kind: 'saved', pending: 0 }).label).toBe('Saved');
    expect(describeSaveState({ kind: 'saving', pending: 1 }).label).not.toContain('Saved');
  });

  it('counts what is only in this browser', () => {
    expect(describeSaveState({ kind: 'offline', pending: 1 })).toMatchObject({
      label: 'Offline, 1 change not sent',
      tone: 'warn',
    });
    expect(describeSaveState({ kind: 'offline', pending: 12 }).label).toBe(
      'Offline, 12 changes not sent',
    );
  });

  it('does not hide a refusal', () => {
    expect(
      describeSaveState({
        kind: 'refused',
        pending: 3,
        code: 'too_large',
        message: 'The paste is too large.',
      }),
    ).toEqual({ label: 'Not saved', detail: 'The paste is too large.', tone: 'bad' });
    expect(
      describeSaveState({
        kind: 'refused',
        pending: 2,
        code: 'read_only',
        message: 'The time is over.',
      }),
    ).toMatchObject({ label: 'Read-only, 2 changes not sent', tone: 'bad' });
  });
});
