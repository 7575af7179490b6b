import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The token by which a request acts for a member. It travels beside the calls and not through each of them, so that no
 * action can be written down as the member's own because somebody forgot to pass it on.
 */
export const actingToken = new AsyncLocalStorage<{ id: string; memberId: string }>();
