import type { SaveState } from '@assay/workspace/browser';

/** A save state in words: a few for the bar, a sentence for those who ask. */
export function describeSaveState(state: SaveState): {
  label: string;
  detail: string;
  tone: 'quiet' | 'warn' | 'bad';
} {
  switch (state.kind) {
    case 'opening':
      return {
        label: state.pending === 0 ? 'Connecting' : `Connecting, ${unsent(state.pending)}`,
        detail: 'Comparing this copy with the one on the server.',
        tone: 'quiet',
      };
    case 'saved':
      return { label: 'Saved', detail: 'The server has everything you typed.', tone: 'quiet' };
    case 'saving':
      return { label: 'Saving', detail: 'Your last changes are on their way.', tone: 'quiet' };
    case 'offline':
      return state.pending === 0
        ? {
            label: 'Offline',
            detail:
              'You are offline. What you typed so far is saved; what you type now is kept in this browser.',
            tone: 'warn',
          }
        : {
            label: `Offline, ${unsent(state.pending)}`,
            detail: `You are offline. This browser keeps ${changes(state.pending)} and sends them when you are back.`,
            tone: 'warn',
          };
    case 'refused':
      return state.code === 'read_only'
        ? {
            label: state.pending === 0 ? 'Read-only' : `Read-only, ${unsent(state.pending)}`,
            detail: state.message,
            tone: state.pending === 0 ? 'warn' : 'bad',
          }
        : { label: 'Not saved', detail: state.message, tone: 'bad' };
  }
}

function unsent(count: number): string {
  return `${changes(count)} not sent`;
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}
