const keyOf = (attemptId: string) => `assay/link/${attemptId}`;

/** Keeps the address by which a candidate came, so that they can take it to another device. */
export function rememberLink(attemptId: string, link: string): void {
  try {
    localStorage.setItem(keyOf(attemptId), link);
  } catch {
    // Without storage the link is where it came from: in the invitation.
  }
}

/** The link by which this browser opened the attempt, if it is known. */
export function readRememberedLink(attemptId: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(attemptId)) ?? undefined;
  } catch {
    return undefined;
  }
}
