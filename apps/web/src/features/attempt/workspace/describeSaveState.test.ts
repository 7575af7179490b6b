import { describe, expect, it } from '@jest/globals';
import { describeSaveState } from './describeSaveState.ts';

describe('the save state in words', () => {
  it('says saved only when the server has acknowledged everything', () => {
    const saved = { kind: 'saved', pending: 0, reconnected: false } as const;
    expect(describeSaveState(saved).label).toBe('Saved');
    expect(describeSaveState({ ...saved, reconnected: true }).label).toBe('Reconnected, all saved');
    expect(describeSaveState({ kind: 'saving', pending: 1 }).label).not.toContain('Saved');
  });

  it('counts what is only in this browser, and says whether it would outlive the page', () => {
    expect(describeSaveState({ kind: 'offline', pending: 1, kept: true })).toMatchObject({
      label: 'Offline: 1 change kept on this computer',
      tone: 'warn',
    });
    expect(describeSaveState({ kind: 'offline', pending: 42, kept: true }).label).toBe(
      'Offline: 42 changes kept on this computer',
    );
    expect(describeSaveState({ kind: 'offline', pending: 42, kept: false }).label).toBe(
      'Offline: 42 changes kept in this tab only',
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
    ).toMatchObject({ label: 'Read-only: 2 changes not sent', tone: 'bad' });
  });
});
