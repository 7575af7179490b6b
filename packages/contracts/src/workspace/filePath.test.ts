import { posix, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findPathProblem, quotePath } from './filePath.ts';
import { findFilesProblem, maxFileCount, maxFileLength, maxWorkspaceLength } from './files.ts';

/** Pieces of which names that lead elsewhere are made. */
const piece = fc.constantFrom(
  '..',
  '.',
  '',
  '/',
  '\\',
  'src',
  'a.ts',
  '\0',
  '\n',
  'con',
  'NUL.ts',
  'C:',
  '~',
  '%2e%2e',
  ' ',

  '__proto__',
  'constructor',
  'node_modules',
  '.git',
  '\u202e',
  '\uff0e\uff0e',
  '\u2215',
  'ä',
  '…',
);
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('/')),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
);
const root = '/workspace';

describe('the name of a file', () => {
  it('that is let in stays below the workspace, on every system', () => {
    fc.assert(
      fc.property(odd, (path) => {
        if (findPathProblem(path) !== undefined) return;
        expect(posix.join(root, path)).toBe(`${root}/${path}`);
        expect(posix.isAbsolute(path) || win32.isAbsolute(path)).toBe(false);
        expect(win32.join('C:\\w', path).startsWith('C:\\w\\')).toBe(true);
        expect(path.split('/')).not.toContain('__proto__');
        expect(path).not.toContain('\0');
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('is refused in words, never by an exception', () => {
    fc.assert(
      fc.property(odd, (path) => {
        expect(findPathProblem(path) ?? 'It may be used.').toMatch(/\.$/);
      }),
      { seed: 2, numRuns: 1_000 },
    );
  });

  it('looks like what it is: nothing in it is hidden or turned around', () => {
    for (const hidden of ['\u202e', '\u200b', '\u2066', '\ufeff', '\u2028', '\u00ad', '\ud83d'])
      expect(findPathProblem(`src/a${hidden}st.b`)).toBe(
        'A file name may not contain characters that are not seen.',
      );
    expect(findPathProblem('src/größe 🙂.ts')).toBeUndefined();
    expect(quotePath('src/a\u202est.b')).toBe('"src/a\\u202est.b"');
  });

  it('of an ordinary project is let in', () => {
    const name = fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{3,20}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) =>
        expect(findPathProblem(`${names.join('/')}.ts`)).toBeUndefined(),
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('files', () => {
  it('that are let in are within every limit', () => {
    const text = fc
      .tuple(fc.string(), fc.integer({ min: 0, max: 40_000 }))
      .map(([part, times]) => part.repeat(times).slice(0, maxFileLength + 2));
    fc.assert(
      fc.property(fc.dictionary(odd, text, { maxKeys: 12 }), (files) => {
        if (findFilesProblem(files) !== undefined) return;
        const texts = Object.values(files);
        expect(texts.length).toBeLessThanOrEqual(maxFileCount);
        expect(Math.max(0, ...texts.map(({ length }) => length))).toBeLessThanOrEqual(
          maxFileLength,
        );
        expect(texts.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(
          maxWorkspaceLength,
        );
        for (const path of Object.keys(files)) expect(findPathProblem(path)).toBeUndefined();
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
