import type { SaveState } from '@assay/workspace/browser';

/** A save state in words: a few for the bar, a sentence for those who ask. */
export function describeSaveState(state: SaveState): {
  label: string;
  detail: string;
  tone: 'quiet' | 'good' | 'warn' | 'bad';
} {
  switch (state.kind) {
    case 'opening':
      return {
        label: state.pending === 0 ? 'Connecting' : `Connecting: ${unsent(state.pending)}`,
        detail: 'Comparing this copy with the one on the server.',
        tone: 'quiet',
      };
    case 'saved':
      return state.reconnected
        ? {
            label: 'Reconnected, all saved',
            detail: 'You are connected again, and the server has everything you typed.',
            tone: 'good',
          }
        : { label: 'Saved', detail: 'The server has everything you typed.', tone: 'quiet' };
    case 'saving':
      return { label: 'Saving', detail: 'Your last changes are on their way.', tone: 'quiet' };
    case 'offline':
      return describeOffline(state);
    case 'refused':
      return state.code === 'read_only'
        ? {
            label: state.pending === 0 ? 'Read-only' : `Read-only: ${unsent(state.pending)}`,
            detail: state.message,
            tone: state.pending === 0 ? 'warn' : 'bad',
          }
        : { label: 'Not saved', detail: state.message, tone: 'bad' };
  }
}

function describeOffline({ pending, kept }: Extract<SaveState, { kind: 'offline' }>) {
  const place = kept ? 'on this computer' : 'in this tab only';
  const advice = kept ? '' : ' Keep it open.';
  return pending === 0
    ? {
        label: 'Offline',
        detail: `You are offline. What you typed so far is saved; what you type now is kept ${place}.${advice}`,
        tone: 'warn' as const,
      }
    : {
        label: `Offline: ${changes(pending)} kept ${place}`,
        detail: `You are offline. Your last ${changes(pending)} ${pending === 1 ? 'is' : 'are'} kept ${place} and sent when you are back.${advice}`,
        tone: 'warn' as const,
      };
}

function unsent(count: number): string {
  return `${changes(count)} not sent`;
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}
