import { connectBase64 } from '#nodeLibrary/bindings/base64.ts';
import { followVirtualClock } from '#time/otherClocks.ts';
import { removeGlobals } from './removeGlobals.ts';

/**
 * Makes a new context ours, because V8 adds to each some of what a run must not have, or not so, whatever the
 * snapshot holds. It asks nothing of a run, so that it is done while a runner waits for one.
 */
export function prepareContext(): void {
  removeGlobals();
  followVirtualClock();
  connectBase64();
}
