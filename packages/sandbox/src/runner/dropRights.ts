/**
 * Gives up what Node's permission model still allows a runner: all that it needs is loaded. Without it, a
 * thread started with flags of its own would be free of the model altogether. Self-contained: tests run its text.
 */
export function dropRights(): void {
  for (const right of ['worker', 'addon', 'fs.read']) process.permission.drop(right);
}
