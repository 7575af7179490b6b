/** Takes away what only the migration needed. Nothing but the final version is running. */
export async function contract(): Promise<void> {
  // Nothing so far.
}
