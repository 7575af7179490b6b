import { describe, expect, it } from '@jest/globals';
import { Draft } from './Draft.ts';
import type { DraftMemory, StoredDraft } from './draftMemory.ts';

const first = { hash: 'first', files: { 'README.md': 'one', 'a.ts': 'a', 'b.ts': 'b' } };
const second = { hash: 'second', files: { 'README.md': 'two', 'a.ts': 'a', 'c.ts': 'c' } };

function memory() {
  const kept: { draft?: StoredDraft | undefined; leave: () => void } = { leave: () => {} };
  const port: DraftMemory = {
    read: () => kept.draft,
    write: (draft) => {
      kept.draft = draft;
    },
    onLeave: (callback) => {
      kept.leave = callback;
      return () => {
        kept.leave = () => {};
      };
    },
  };
  return { kept, port };
}

/** Edited, with a new file and a deleted one. */
function edited() {
  const { kept, port } = memory();
  const draft = new Draft(first, port);
  draft.files.get('a.ts')?.insert(1, '!');
  draft.createFile('new.ts', 'n');
  draft.deleteFile('b.ts');
  return { draft, kept, port };
}

describe("an author's draft", () => {
  it('says which files are different, and forgets one that is as it was', () => {
    const { draft } = edited();
    expect([...draft.changed]).toEqual(['a.ts', 'b.ts', 'new.ts']);
    expect(draft.paths).toEqual(['a.ts', 'new.ts', 'README.md']);
    draft.files.get('a.ts')?.delete(1, 1);
    draft.createFile('b.ts', 'b');
    draft.renameFile('new.ts', 'other.ts');
    expect([...draft.changed]).toEqual(['other.ts']);
    draft.close();
  });

  it('is there again after the page was left, and gone once nothing is edited', () => {
    const { draft, kept, port } = edited();
    kept.leave();
    const again = new Draft(first, port, kept.draft?.changes);
    expect(again.readFiles()).toEqual(draft.readFiles());
    again.moveTo(first, 'discard');
    expect(again.readFiles()).toEqual(first.files);
    expect(kept.draft).toBeUndefined();
    draft.close();
    again.close();
  });

  it('moves onto a newer version with its edits, or without them', () => {
    const { draft, kept } = edited();
    draft.moveTo(second, 'keep');
    expect(draft.readFiles()).toEqual({
      'README.md': 'two',
      'a.ts': 'a!',
      'c.ts': 'c',
      'new.ts': 'n',
    });
    expect(kept.draft).toMatchObject({ basedOn: 'second' });
    expect([...draft.changed]).toEqual(['a.ts', 'new.ts']);
    draft.moveTo(second, 'discard');
    expect(draft.readFiles()).toEqual(second.files);
    draft.close();
  });

  it('tells listeners of each change, and keeps the count of edits when it is saved', () => {
    const { draft } = edited();
    let told = 0;
    draft.subscribe(() => (told += 1));
    const { revision } = draft;
    draft.moveTo({ hash: 'saved', files: draft.readFiles() }, 'keep');
    expect([draft.revision, draft.changed.size, told]).toEqual([revision, 0, 1]);
    draft.files.get('a.ts')?.insert(0, '?');
    expect([draft.revision, told]).toEqual([revision + 1, 2]);
    draft.close();
  });
});
