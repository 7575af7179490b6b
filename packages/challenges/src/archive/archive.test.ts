import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Header, pack } from 'tar-stream';
import { writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { importChallenge } from './importChallenge.ts';
import { packChallenge } from './packChallenge.ts';

type Entry = Pick<Header, 'name'> & Partial<Header>;

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'assay-import-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const bring = (bytes: Uint8Array, replace = false) =>
  importChallenge(bytes, parent, { shown: 'doubling.tgz', replace });

async function archiveOf(...entries: [Entry, string | Buffer][]): Promise<Buffer> {
  const archive = pack();
  for (const [header, content] of entries) archive.entry(header, content);
  archive.finalize();
  return gzipSync(await buffer(archive));
}

describe('an archive', () => {
  it('brings a challenge elsewhere as it was, and the same bytes each time', async () => {
    const { dir, remove } = await writeChallenge();
    const { slug, bytes } = await packChallenge(dir);
    const original = await loadChallenge(dir);
    expect((await packChallenge(dir)).bytes.equals(bytes)).toBe(true);
    await remove();

    const imported = await bring(bytes);
    expect(slug).toBe('doubling');
    expect(imported.source).toEqual(original.source);
    expect(imported.judged).toEqual(original.judged);
    expect(await readdir(parent)).toEqual(['doubling']);

    await expect(bring(bytes)).rejects.toThrow('There is a challenge doubling already.');
    expect((await bring(bytes, true)).judged.hash).toBe(original.judged.hash);
    expect(await readdir(parent)).toEqual(['doubling']);
  });

  it.each<[string, [Entry, string | Buffer][], string]>([
    [
      'a way out of the folder',
      [[{ name: 'doubling/../../evil' }, 'x']],
      'may not contain . or ..',
    ],
    ['an absolute name', [[{ name: '/etc/passwd' }, 'x']], 'relative'],
    ['a name of Windows', [[{ name: 'doubling\\evil' }, 'x']], 'Use / between folders'],
    [
      'a symbolic link',
      [[{ name: 'doubling/a', type: 'symlink', linkname: '/etc' }, '']],
      'This is a symlink',
    ],
    [
      'a hard link',
      [[{ name: 'doubling/a', type: 'link', linkname: '/etc/passwd' }, '']],
      'This is a link',
    ],
    [
      'a device',
      [[{ name: 'doubling/a', type: 'character-device' }, '']],
      'This is a character-device',
    ],
    [
      'two folders',
      [
        [{ name: 'doubling/a' }, 'x'],
        [{ name: 'other/a' }, 'x'],
      ],
      'a challenge is one folder',
    ],
    ['a file without a folder', [[{ name: 'README.md' }, 'x']], "beside the challenge's folder"],
    [
      'a file twice',
      [
        [{ name: 'doubling/a' }, 'x'],
        [{ name: 'doubling/a' }, 'y'],
      ],
      'is in it twice',
    ],
    [
      'what is no text',
      [[{ name: 'doubling/a' }, Buffer.from([0xff, 0xfe, 0])]],
      'not a text in UTF-8',
    ],
    ['a large file', [[{ name: 'doubling/a' }, Buffer.alloc(2 ** 20 + 1, 'x')]], 'a file may have'],
    ['a prototype', [[{ name: 'doubling/__proto__' }, 'x']], '__proto__ is not a usable file name'],
    [
      'a name that is none for a challenge',
      [[{ name: 'My Challenge/a' }, 'x']],
      'is no name for a challenge',
    ],
    ['no challenge', [[{ name: 'doubling/README.md' }, 'x']], 'There is no challenge.yaml'],
    ['nothing', [], 'nothing in the archive'],
  ])('with %s is refused, and nothing is left', async (_case, entries, message) => {
    await expect(bring(await archiveOf(...entries))).rejects.toThrow(message);
    expect(await readdir(parent)).toEqual([]);
  });

  it('that is a bomb, too large, too full or no archive is refused', async () => {
    const many = Array.from({ length: 1_001 }, (_, n): [Entry, string] => [
      { name: `doubling/${n}` },
      '',
    ]);
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));

    expect(bomb.length).toBeLessThan(100_000);
    await expect(bring(bomb)).rejects.toThrow('has more than 33554432 bytes');
    await expect(bring(Buffer.alloc(8 * 2 ** 20 + 1))).rejects.toThrow('at most 8388608 are read');
    await expect(bring(await archiveOf(...many))).rejects.toThrow('more than 1000 entries');
    await expect(bring(Buffer.from('PK no'))).rejects.toThrow('This is not an archive');
    await expect(bring(gzipSync('no tar at all'.repeat(100)))).rejects.toThrow(
      'This is not an archive',
    );
    expect(await readdir(parent)).toEqual([]);
  });
});
