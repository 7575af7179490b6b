import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = join(import.meta.dirname, '../../apps/web/src');

/** What makes HTML, or a program, of a text. */
const making =
  /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|rehype-raw|\beval\(|new Function\(/;

describe('the pages of the web app', () => {
  it('put no HTML of others into a page', async () => {
    const files = (await readdir(source, { recursive: true })).filter((file) =>
      /\.tsx?$/.test(file),
    );
    expect(files.length).toBeGreaterThan(200);
    const found: string[] = [];
    for (const file of files)
      if (making.test(await readFile(join(source, file), 'utf8'))) found.push(file);
    expect(found).toEqual([]);
  });
});
