/** Where attempts are shown side by side. */
export function compareAddress(attemptIds: readonly string[]): string {
  return `/compare?attempts=${attemptIds.join(',')}`;
}
