/** What tells two states of one element apart. */
export type ElementVersion = { version: number; versionNonce: number };

/** Whether `one` replaces `other`, by Excalidraw's own rule: more changes, or else the lower random number. */
export function isNewer(one: ElementVersion, other: ElementVersion): boolean {
  if (one.version !== other.version) return one.version > other.version;
  return one.versionNonce < other.versionNonce;
}

/** The version of whatever a shared document holds; nothing when it has none. */
export function readVersion(value: unknown): ElementVersion | undefined {
  const { version, versionNonce } = Object(value) as Record<string, unknown>;
  if (!Number.isSafeInteger(version) || !Number.isSafeInteger(versionNonce)) return undefined;
  return { version: Number(version), versionNonce: Number(versionNonce) };
}
