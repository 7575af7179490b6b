import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const servers = ['apps/api/src', 'apps/worker/src', 'packages/telemetry/src', 'packages/db/src'];

/** A comparison that ends at the first difference, of something that is called a secret. */
const secret = String.raw`[\w.]*(?:token|secret|signature|password|authorization|apikey)`;
const constant = String.raw`(?:undefined|null|'[^']*'|typeof)`;
const comparing = new RegExp(
  String.raw`\b${secret}\s*[!=]==?(?!=|\s*${constant})|(?<!${constant})\s[!=]==?(?!=)\s*${secret}\b(?!\()`,
  'i',
);

async function sources(): Promise<{ file: string; text: string }[]> {
  const found = await Promise.all(
    servers.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true }))
        .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\//.test(file))
        .map((file) => `${folder}/${file}`),
    ),
  );
  return Promise.all(
    found.flat().map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') })),
  );
}

describe('secrets', () => {
  it('are compared in constant time, or looked up by their hash, and in no other way', async () => {
    const all = await sources();
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ text }) => comparing.test(text)).map(({ file }) => file)).toEqual([]);
    const inConstantTime = all.filter(({ text }) => /\btimingSafeEqual\(/.test(text));
    expect(inConstantTime.map(({ file }) => file).toSorted()).toEqual([
      'apps/api/src/challenges/serveContent.ts',
      'packages/telemetry/src/operations/serveOperations.ts',
    ]);
    // What a database is asked for is a hash: neither how long that takes nor what is stored tells of the token.
    const asked = all.filter(({ text }) => /eq\(\w+\.\w*(?:token|secret)\b/i.test(text));
    expect(asked.map(({ file }) => file)).toEqual([]);
  });

  it.each(['if (given === token) {', 'return env.API_SECRET == given;', 'a.token !== b.token'])(
    'would be found here: %s',
    (text) => {
      expect(text).toMatch(comparing);
    },
  );

  it.each([
    'token === undefined',
    "url.password !== ''",
    'tokenId !== null',
    'hash(token) === held',
  ])('are not in: %s', (text) => {
    expect(text).not.toMatch(comparing);
  });
});
