/** Creates what the consumer needs beside the tables that exist. Runs at each start. */
export async function createSchema(): Promise<void> {
  // Nothing so far.
}
