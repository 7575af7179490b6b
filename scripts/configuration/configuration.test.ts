import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readers } from './readers.ts';
import { renderConfiguration } from './renderConfiguration.ts';

const root = join(import.meta.dirname, '../..');

describe('the table of the configuration', () => {
  it('is what the schemas say (else: node scripts/writeConfiguration.mjs)', async () => {
    const page = await readFile(join(root, 'docs/configuration.md'), 'utf8');
    expect(page).toBe(renderConfiguration(readers));
  });

  it('has every variable that the code names', async () => {
    const listed = new Set(readers.flatMap(({ shape }) => Object.keys(shape)));
    const named = new Map<string, string>();
    for (const part of ['apps', 'packages']) {
      for (const file of await readdir(join(root, part), { recursive: true })) {
        // What the pages of the API tell programs to set is theirs.
        if (!/^[^/]+\/src\/.*\.ts$/.test(file) || /(\.test\.ts|\/testing\/|\/openApi\/)/.test(file))
          continue;
        const text = await readFile(join(root, part, file), 'utf8');
        for (const [name] of text.matchAll(/\bASSAY_[A-Z_]+[A-Z]\b/g)) named.set(name, file);
      }
    }
    expect(named.size).toBeGreaterThan(30);
    expect([...named].filter(([name]) => !listed.has(name))).toEqual([]);
  });

  it('tells a default, what is needed and what is optional apart, and wants every variable described', () => {
    const shape = {
      A: z.string().default('x').describe('first'),
      B: z.string().describe('a | b'),
      C: z.string().optional().describe('third'),
    };
    const page = renderConfiguration([
      { name: 'API', shape },
      { name: 'Worker', shape: { A: z.string() } },
    ]);
    expect(page.split('\n').slice(-4, -1)).toEqual([
      expect.stringMatching(/^\| `A` +\| `x` +\| needed \| first +\|$/),
      expect.stringMatching(/^\| `B` +\| needed +\| +\| a \\\| b +\|$/),
      expect.stringMatching(/^\| `C` +\| optional \| +\| third +\|$/),
    ]);
    expect(() => renderConfiguration([{ name: 'API', shape: { D: z.string() } }])).toThrow(
      'D has no description: add .describe(…) to it in its schema.',
    );
  });
});
