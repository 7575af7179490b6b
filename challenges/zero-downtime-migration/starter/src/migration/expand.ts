/** Prepares the table. Old versions are running. */
export async function expand(): Promise<void> {
  // Nothing so far.
}
