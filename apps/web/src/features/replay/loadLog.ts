import type { ReplayUpdates } from '@assay/contracts/http';
import type { LoggedUpdate } from './replaySource.ts';

/** Fetches a log part by part, and tells of each as it comes: the page stays alive between two parts. */
export async function loadLog(
  fetchPart: (after: number) => Promise<ReplayUpdates>,
  onPart: (updates: LoggedUpdate[]) => void = () => undefined,
): Promise<LoggedUpdate[]> {
  const log: LoggedUpdate[] = [];
  let after: number | undefined = 0;
  while (after !== undefined) {
    const { authors, updates, next }: ReplayUpdates = await fetchPart(after);
    let atMs = 0;
    const part = updates.map(([sinceMs, author, bytes]): LoggedUpdate => {
      atMs += sinceMs;
      return { at: new Date(atMs), author: authors[author] ?? '', bytes: fromBase64(bytes) };
    });
    onPart(part);
    log.push(...part);
    after = next;
  }
  return log;
}

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
