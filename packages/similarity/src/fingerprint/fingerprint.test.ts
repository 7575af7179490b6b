import { describe, expect, it } from '@jest/globals';
import type { Files } from '@assay/contracts/workspace';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markShared, type Stretch } from '#marking/markShared.ts';
import { SimilarityReader } from '#thread/SimilarityReader.ts';
import { snippetsOf } from '#tokenise/snippetsOf.ts';
import { tokeniseFiles } from '#tokenise/tokenisers.ts';
import { fingerprint } from './fingerprint.ts';

const root = join(import.meta.dirname, '../../../..');
const gateway = join(root, 'challenges/token-bucket-gateway');
const fixtures = join(import.meta.dirname, '../../fixtures/gateway');

function readFolder(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** A work of one file beside those of the starter. */
const works = (kind: string): [string, Files][] =>
  readdirSync(join(fixtures, kind)).map((name) => [
    name,
    { ...starter, 'src/index.ts': readFileSync(join(fixtures, kind, name), 'utf8') },
  ]);

const starter = readFolder(join(gateway, 'starter'));
const original = readFolder(join(gateway, 'solution-alt'));
const given = { ...starter, ...snippetsOf(readFileSync(join(gateway, 'README.md'), 'utf8')) };

/** The share of the smaller work's own pieces that the other has too. */
function share(one: Files, other: Files): number {
  const a = new Set(fingerprint(one, given).hashes);
  const b = new Set(fingerprint(other, given).hashes);
  return [...a].filter((hash) => b.has(hash)).length / Math.min(a.size, b.size);
}

const kindsOf = (text: string, path = 'a.ts') =>
  tokeniseFiles({ [path]: text }).read[0]?.tokens.map(({ kind }) => kind);

describe('fingerprints', () => {
  it('put every copy, however disguised, above every pair of independent solutions', () => {
    const independent = [
      ...works('independent'),
      ['solution', readFolder(join(gateway, 'solution'))] as const,
      ['solution-alt', original] as const,
    ];
    const apart = independent.flatMap(([, one], index) =>
      independent.slice(index + 1).map(([, other]) => share(one, other)),
    );
    const copied = Object.fromEntries(
      works('copies').map(([name, files]) => [name, share(original, files)]),
    );
    expect(copied).toEqual({
      'renamed.txt': 1,
      'reordered.txt': expect.any(Number),
      'reformatted.txt': expect.any(Number),
      'split.txt': expect.any(Number),
      'everything.txt': expect.any(Number),
    });
    expect(apart).toHaveLength(10);
    // Not by a hair: a reader has to see the difference.
    expect(Math.min(...Object.values(copied))).toBeGreaterThan(2 * Math.max(...apart));
  });

  it('leave out what everybody was given: the starter, wherever it was moved, and code of the statement', () => {
    const moved = {
      'src/other.ts': starter['src/tickets.ts'] ?? '',
      'src/index.ts': starter['src/app.ts'] ?? '',
    };
    expect(fingerprint(moved, given)).toEqual({ hashes: [], given: expect.any(Number), unread: 0 });
    const snippet = snippetsOf(`Text\n\n\`\`\`ts\n${original['src/index.ts']}\`\`\`\n`);
    expect(fingerprint(original, { ...given, ...snippet }).hashes).toEqual([]);
  });

  it('see the same in statements of SQL, wherever they stand and whatever their tables are called', () => {
    const query = `select u.id, count(*) from users u left join orders o on o.user_id = u.id
      where o.at >= $1 and o.state = 'paid' group by u.id having count(*) > 3 order by 2 desc limit 10`;
    const other = query
      .replaceAll(/\busers\b/g, 'people')
      .replaceAll(/\bo\b/g, 'bought')
      .replaceAll(/\s+/g, '  ')
      .toUpperCase();
    const inside = `await db.query(\`\n -- the best\n ${other}\`, [since]);`;
    expect(share({ 'a.sql': query }, { 'b.ts': inside })).toBe(1);
    expect(kindsOf('take("one seat, please")')).toEqual(['call', 'name', 'string']);
  });

  it('leave types, layout and the form of functions out of tokens, and keep operators', () => {
    const typed =
      'export const f = async <T,>(a: T, b = 1): Promise<T> => { return (a as any) ?? b! }';
    const plain = 'async function g(x, y = 1) { return x ?? y; }';
    expect(kindsOf(typed)).toEqual(kindsOf(plain));
    expect(kindsOf('a + b')).not.toEqual(kindsOf('a - b'));
    expect(kindsOf('type A = { b: string }; interface C {} import d from "e"')).toEqual([]);
  });
});

describe('parts that two works share', () => {
  it('are marked where they are in each, and nothing of the starter is', () => {
    const copy = {
      ...starter,
      'src/copied.ts': Object.fromEntries(works('copies'))['renamed.txt']?.['src/index.ts'] ?? '',
    };
    const parts = markShared({ left: original, right: copy, given });
    expect(parts.length).toBeGreaterThan(0);
    for (const { left, right } of parts) {
      expect([left.path, right.path]).toEqual(['src/index.ts', 'src/copied.ts']);
    }
    const marked = parts.reduce((lines, { left }) => lines + left.to.line - left.from.line + 1, 0);
    expect(marked).toBeGreaterThan(60);
    expect(markShared({ left: starter, right: starter, given })).toEqual([]);
    const common = fingerprint(original, given).hashes;
    expect(markShared({ left: original, right: copy, given }, common)).toEqual([]);
  });

  it('find each other after they changed places', () => {
    const reordered = Object.fromEntries(works('copies'))['reordered.txt'] ?? {};
    const parts = markShared({ left: original, right: reordered, given });
    const insideOf = (lines: string | undefined, text: string) =>
      (lines ?? '').split('\n').findIndex((line) => line.includes(text)) + 3;
    const [a, b] = [original, reordered].map((files) =>
      insideOf(files['src/index.ts'], 'function eventIn'),
    );
    const covers = ({ from, to }: Stretch, line = 0) => from.line <= line && to.line > line;
    const [reading] = parts.filter(({ left }) => covers(left, a));
    expect(reading && covers(reading.right, b)).toBe(true);
  });
});

describe('a reader', () => {
  it('gives up on what takes for ever to read, and reads the next', async () => {
    const limits = { readMs: 1_000 };
    const reader = new SimilarityReader(limits);
    // Each level doubles what the parser tries.
    const slow = `x = ${'async <T>(a = '.repeat(40)}1${')'.repeat(40)}`;
    expect(await reader.fingerprint({ 'src/index.ts': slow }, given)).toBeUndefined();
    limits.readMs = 60_000;
    const next = await reader.fingerprint(original, given);
    expect(next).toEqual(fingerprint(original, given));
    const pair = { left: original, right: original, given };
    expect(await reader.markShared(pair, [])).toEqual(markShared(pair));
    await reader.close();
    expect(await reader.fingerprint(original, given)).toBeUndefined();
  });

  it('counts what is no program, and what is nested deeper than a parser reaches', () => {
    const files = {
      'a.ts': 'const = ;',
      'b.ts': '['.repeat(200_000),
      'c.json': '{',
      'd.ts': 'f(1)',
    };
    expect(fingerprint(files, {})).toEqual({ hashes: [], given: 0, unread: 2 });
  });

  it('read Python: names, layout, annotations, docstrings and imports do not matter, its SQL does', () => {
    const written = `import os

def total(items, *, rate=1.5):
    """What it comes to."""
    total = 0
    for item in items:
        if item['price'] > 0:  # free ones
            total += item['price'] * rate
    return f'{total} EUR'
`;
    const disguised = `from os import environ
def amount( lines: list,*, factor: float = 2 ):

  sum_ = 1
  for line in lines:
      if (line["cost"] > 9):
          sum_ += line["cost"] * factor
  return f"{sum_} USD"
`;
    expect(kindsOf(disguised, 'b.py')).toEqual(kindsOf(written, 'a.py'));
    expect(kindsOf(written.replace('>', '<'), 'a.py')).not.toEqual(kindsOf(written, 'a.py'));
    const query = (sql: string) => kindsOf(`rows = db.execute("""${sql}""")\n`, 'a.py');
    expect(query('SELECT id FROM things')).toEqual(query('select name\n  from orders'));
    expect(query('SELECT id FROM things')).not.toEqual(query('SELECT id, name FROM things'));
    expect(kindsOf('def (:\n', 'a.py')).toEqual(expect.any(Array));
  });
});
