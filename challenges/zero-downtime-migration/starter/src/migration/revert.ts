/** Gives the old version its table back, as it was before `expand`. */
export async function revert(): Promise<void> {
  // Nothing so far.
}
