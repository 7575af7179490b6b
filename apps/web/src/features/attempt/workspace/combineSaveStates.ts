import type { SaveState } from '@assay/workspace/browser';

/** What matters most comes first. */
const order: SaveState['kind'][] = ['refused', 'offline', 'opening', 'saving', 'saved'];

/** Where the work of several workspaces is: the state that matters most, with the changes of all counted. */
export function combineSaveStates(states: readonly SaveState[]): SaveState {
  const [first, ...others] = states.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  if (first === undefined) return { kind: 'opening', pending: 0 };
  if (first.kind === 'saved') return first;
  const pending = others.reduce((sum, state) => sum + state.pending, first.pending);
  return { ...first, pending };
}
