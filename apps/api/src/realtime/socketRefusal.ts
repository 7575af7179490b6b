/** The answer to an event that is not done: `code` for programs, `message` for people. */
export function refuse<Code extends string>(code: Code, message: string) {
  return { ok: false as const, code, message };
}

/** A fault of ours, or of the network between us and the database. */
export const unavailable = refuse(
  'unavailable',
  'This cannot be saved at the moment. Keep this page open: it tries again.',
);
