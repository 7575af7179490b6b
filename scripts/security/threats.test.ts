import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

describe('the page of threats', () => {
  it('names tests that exist', async () => {
    const page = await readFile(join(root, 'docs/security/threats.md'), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| (?!Threat|---|-)/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const [, file = '', title = ''] = /`([^`]+\.test\.tsx?)`: (.+?)\s*\|$/.exec(row) ?? [];
      expect([row, file]).not.toEqual([row, '']);
      const source = await readFile(join(root, file), 'utf8');
      expect([file, title, source.includes(title)]).toEqual([file, title, true]);
    }
  });
});
