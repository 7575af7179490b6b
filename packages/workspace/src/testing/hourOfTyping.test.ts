import { beforeAll, describe, expect, it } from '@jest/globals';
import { readLog } from '#document/workspaceDocument.ts';
import type { LoggedUpdate, Snapshot, WorkspaceLog } from '#room/workspaceLog.ts';
import { maxLogBytes, WorkspaceRoom } from '#room/workspaceRoom.ts';
import { hourOfTyping, type TypedHour } from './hourOfTyping.ts';

/** What the log of an hour may take, bytes. */
const hourBytes = 2 * 1024 * 1024;

let hour: TypedHour;
beforeAll(() => {
  hour = hourOfTyping();
});

/** A log that counts what is read of it. */
function countingLog() {
  const [starter, ...typed] = hour.entries;
  const entries: LoggedUpdate[] = starter ? [{ seq: 1, ...starter }] : [];
  let kept: Snapshot | undefined;
  let read = 0;
  const log: WorkspaceLog = {
    fetch: async (afterSeq) => {
      const found = entries.slice(afterSeq);
      read += found.length;
      return found;
    },
    append: async (added) => {
      const firstSeq = entries.length + 1;
      added.forEach((entry, index) => entries.push({ ...entry, seq: firstSeq + index }));
      return { ok: true, firstSeq };
    },
    snapshot: async () => kept,
    keep: (snapshot) => {
      kept = snapshot;
    },
  };
  return { log, entries, typed, read: () => read };
}

describe('an hour of typing', () => {
  it('is more than twelve thousand keystrokes, and a log under 2 MB', () => {
    expect(hour.keystrokes).toBeGreaterThan(12_000);
    const bytes = hour.entries.reduce((sum, entry) => sum + entry.bytes.byteLength, 0);
    expect(bytes).toBeLessThan(hourBytes);
    expect(bytes).toBeLessThan(maxLogBytes);
  });

  it('is opened again from a snapshot and the few changes after it, with the same files', async () => {
    const { log, entries, typed, read } = countingLog();
    const room = new WorkspaceRoom(log, () => new Date());
    for (const { bytes, author } of typed) {
      expect(await room.update(bytes, author)).toMatchObject({ ok: true, entry: { author } });
    }
    expect(entries.map(({ bytes }) => bytes)).toEqual(hour.entries.map(({ bytes }) => bytes));
    const before = read();
    const again = new WorkspaceRoom(log, () => new Date());
    const files = await again.files();
    expect(read() - before).toBeLessThan(500);
    expect(files).toEqual(await room.files());
    expect(files).toEqual(readLog(entries.map(({ bytes }) => bytes)));
    // Who may write with which client id is known from before the snapshot, too.
    expect(await again.update(entries[1]?.bytes ?? new Uint8Array(), 'candidate')).toEqual({
      ok: true,
      entry: undefined,
    });
  });
});
