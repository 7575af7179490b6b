/**
 * Gives up what Node's permission model still allows a runner: all that it needs is loaded.
 * Self-contained: tests run its text.
 */
export function dropRights(): void {
  for (const right of ['addon', 'fs.read']) process.permission.drop(right);
}
