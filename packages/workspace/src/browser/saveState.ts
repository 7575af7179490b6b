import type { Refusal } from './parseAnswer.ts';

/**
 * Where the work is, as far as this browser knows. `saved` means that the server has
 * acknowledged every change as durable, `reconnected` that there was no connection until a moment ago;
 * `pending` counts changes that it has not acknowledged, and `kept` says whether they would outlive the page.
 */
export type SaveState =
  | { kind: 'opening'; pending: number }
  | { kind: 'saved'; pending: 0; reconnected: boolean }
  | { kind: 'saving'; pending: number }
  | { kind: 'offline'; pending: number; kept: boolean }
  | { kind: 'refused'; pending: number; code: Refusal['code']; message: string };
