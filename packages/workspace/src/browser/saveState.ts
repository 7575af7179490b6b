import type { WorkspaceReply } from '@assay/contracts/realtime';

type Refusal = Extract<WorkspaceReply, { ok: false }>;

/**
 * Where the work is, as far as this browser knows. `saved` means that the server has
 * acknowledged every change as durable; `pending` counts changes that it has not.
 */
export type SaveState =
  | { kind: 'opening'; pending: number }
  | { kind: 'saved'; pending: 0 }
  | { kind: 'saving'; pending: number }
  | { kind: 'offline'; pending: number }
  | { kind: 'refused'; pending: number; code: Refusal['code']; message: string };
