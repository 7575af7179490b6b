import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Challenge } from '#Challenge.ts';
import { ChallengeError } from '#ChallengeError.ts';
import { type Changes, writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from './loadChallenge.ts';

const removals: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

async function write(changes?: Changes): Promise<string> {
  const { dir, remove } = await writeChallenge(changes);
  removals.push(remove);
  return dir;
}

async function load(changes?: Changes): Promise<Challenge> {
  return loadChallenge(await write(changes));
}

/** The problems of the challenge, one line each, files named from its folder. */
async function problems(changes: Changes): Promise<string[]> {
  const dir = await write(changes);
  return refusal(dir);
}

async function refusal(dir: string): Promise<string[]> {
  try {
    await loadChallenge(dir);
  } catch (error) {
    if (error instanceof ChallengeError)
      return error.message.replaceAll(`${dir}/`, '').replaceAll(dir, '.').split('\n');
    throw error;
  }
  return [];
}

describe('loadChallenge', () => {
  it('reads every part of the folder', async () => {
    const { manifest, statement, starter, solution, judged, wrong } = await load();

    expect(manifest).toMatchObject({ title: 'Doubling', entry: 'src/index.ts', postgres: false });
    expect(statement).toContain('# Doubling');
    expect(Object.keys(starter)).toEqual(['src/index.ts']);
    expect(Object.keys(solution)).toEqual(['src/double.ts', 'src/index.ts']);
    expect(judged).toMatchObject({ slug: 'doubling', port: 'module', limits: { testCpuMs: 1000 } });
    expect(Object.keys(judged.tests.public)).toEqual(['public.test.ts']);
    expect(Object.keys(judged.tests.hidden)).toEqual(['hidden.test.ts']);
    expect(wrong['adds-two']?.caughtBy).toBe('double > doubles large numbers');
    expect(wrong['adds-two']?.files['src/double.ts']).toContain('n + 2');
    expect(wrong['adds-two']?.files['src/index.ts']).toBe(solution['src/index.ts']);
  });

  it('bundles modules that tests share with both suites', async () => {
    const { judged } = await load({ 'tests/numbers.ts': 'export const large = 1e6;\n' });

    expect(judged.tests.public['numbers.ts']).toBeDefined();
    expect(judged.tests.hidden['numbers.ts']).toBeDefined();
    expect(judged.tests.public['hidden.test.ts']).toBeUndefined();
  });

  it('keeps the limits that the manifest sets and the defaults of the others', async () => {
    const { judged } = await load({
      'challenge.yaml': (text) => `${text}limits:\n  testCpuMs: 250\n`,
    });

    expect(judged.limits).toMatchObject({ testCpuMs: 250, runCpuMs: 3000 });
  });
});

describe('the languages of a challenge', () => {
  const inPython = {
    'challenge.yaml': (text: string) =>
      text.replace('port: module', 'port: http\nlanguages: [typescript, python]'),
    'python/starter/app.py': 'app = None\n',
    'python/solution/app.py': 'from rules import app\n',
    'python/solution/rules.py': 'app = print\n',
  };

  it('have a starter and a reference each', async () => {
    const { judged, translations } = await load(inPython);
    expect(judged.languages).toEqual(['typescript', 'python']);
    expect(Object.keys(translations?.python?.solution ?? {})).toEqual(['app.py', 'rules.py']);
    expect(translations?.python?.starter).toEqual({ 'app.py': 'app = None\n' });
  });

  it('are TypeScript alone unless said otherwise', async () => {
    const { judged, translations } = await load();
    expect([judged.languages, translations]).toEqual([undefined, undefined]);
  });

  it('lack nothing and hold nothing else', async () => {
    expect(
      await problems({ ...inPython, 'python/starter/app.py': null, 'python/notes.txt': 'x' }),
    ).toEqual([
      expect.stringMatching(/^python\/notes.txt:1: Nothing reads this/),
      expect.stringMatching(/^python\/starter\/app.py:1: The entry is missing/),
    ]);
  });

  it('are named where there is a folder, and only for challenges that HTTP reaches', async () => {
    expect(await problems({ ...inPython, 'challenge.yaml': (text) => text })).toEqual([
      expect.stringContaining('Add python to languages, or remove the folder.'),
    ]);
    const asModule = (text: string) =>
      inPython['challenge.yaml'](text).replace('port: http', 'port: module');
    expect(await problems({ ...inPython, 'challenge.yaml': asModule })).toEqual([
      expect.stringMatching(/^challenge.yaml:7: .*Set port: http/),
    ]);
  });
});

describe('the hash of a challenge', () => {
  it('is the same for the same content, whatever the line ends and the editor', async () => {
    const one = await load();
    const other = await load({
      'README.md': (text) => text.replaceAll('\n', '\r\n'),
      'tsconfig.json': '{}',
      'tests/.DS_Store': Uint8Array.of(0, 1, 2),
    });

    expect(one.judged.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.judged.hash).toBe(one.judged.hash);
    expect(other.statement).toBe(one.statement);
  });

  it('changes with every part, and with the border between two files', async () => {
    const append = (text: string) => `${text}\n`;
    const variants: Changes[] = [
      {},
      { 'README.md': append },
      { 'challenge.yaml': append },
      { 'starter/src/index.ts': append },
      { 'solution/src/double.ts': append },
      { 'wrong/adds-two/src/double.ts': append },
      { 'tests/hidden.test.ts': append },
      { 'tests/a.ts': '1', 'tests/b.ts': '2' },
      { 'tests/a.ts': '1tests/b.ts2' },
    ];
    const hashes: string[] = [];
    for (const variant of variants) hashes.push((await load(variant)).judged.hash);

    expect(new Set(hashes).size).toBe(variants.length);
  });
});

describe('a challenge that cannot be used', () => {
  it('names the line of a value that is wrong', async () => {
    expect(
      await problems({ 'challenge.yaml': (text) => text.replace('level: junior', 'level: guru') }),
    ).toEqual([expect.stringMatching(/^challenge\.yaml:4: level: .*"junior"/)]);
    expect(await problems({ 'challenge.yaml': (text) => text.replace('3: Fair., ', '') })).toEqual([
      'challenge.yaml:10: rubric.0.anchors.3 is missing. Add it; expected is: string.',
    ]);
  });

  it('names what is missing and what nothing reads, all at once', async () => {
    const change = (text: string) => text.replace('minutes: 10\n', 'minuets: 10\n');

    expect(await problems({ 'challenge.yaml': change })).toEqual([
      'challenge.yaml:1: minutes is missing. Add it; expected is: number.',
      'challenge.yaml:5: Nothing reads minuets. Remove it or correct its spelling.',
    ]);
  });

  it('names the line at which the YAML breaks', async () => {
    expect(
      await problems({
        'challenge.yaml': (text) => text.replace('title: Clarity', 'title: [Clarity'),
      }),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/^challenge\.yaml:1\d: /)]));
    expect(await problems({ 'challenge.yaml': '' })).toContain(
      'challenge.yaml:1: title is missing. Add it; expected is: string.',
    );
  });

  it('names the parts that are not there', async () => {
    expect(
      await problems({
        'README.md': ' \n',
        'starter/src/index.ts': null,
        'starter/src/other.ts': '',
        'tests/hidden.test.ts': null,
        'tests/secret.test.ts': '',
      }),
    ).toEqual([
      'README.md:1: The statement is missing. Write what the candidate has to do.',
      'starter/src/index.ts:1: The entry is missing. Add it, or set entry in challenge.yaml.',
      'tests/hidden.test.ts:1: There are no hidden tests. Add this file.',
      'tests/secret.test.ts:1: The name does not say which suite this belongs to. Begin it with public or hidden.',
    ]);
    expect(await problems({ 'challenge.yaml': null })).toEqual([
      '.:1: There is no challenge.yaml. Add it, or name another folder.',
    ]);
    expect(await refusal('/nowhere/at-all')).toEqual([
      '.:1: There is no such folder. Check the path.',
    ]);
  });

  it('wants a seed exactly when there is a database', async () => {
    expect(await problems({ 'challenge.yaml': (text) => `${text}postgres: true\n` })).toEqual([
      'seed.sql:1: challenge.yaml says postgres: true, but there is no seed.sql. Add it with the tables.',
    ]);
    expect(
      await problems({
        'seed.sql': 'SELECT 1',
        'challenge.yaml': (text) => `${text}postgres: false\n`,
      }),
    ).toEqual(['challenge.yaml:13: There is a seed.sql. Set postgres: true, or remove the file.']);
  });

  it('wants each wrong solution listed, present and different', async () => {
    expect(
      await problems({
        'challenge.yaml': (text) => `${text}  forgotten: a test\n`,
        'wrong/unlisted/src/double.ts': 'export const double = () => 0;\n',
        'wrong/adds-two/src/double.ts': 'export const double = (n: number): number => n * 2;\n',
      }),
    ).toEqual([
      'challenge.yaml:13: There is no folder wrong/forgotten. Add it, or remove the entry.',
      'challenge.yaml:11: Name the hidden test that must catch wrong/unlisted, under wrong.',
      'wrong/adds-two/src/double.ts:1: This is the same file as in solution/. Keep only the files that differ.',
    ]);
  });

  it('refuses what no candidate and no judge could read', async () => {
    const first = async (changes: Changes) => (await problems(changes))[0];

    expect(await first({ 'solution/logo.png': Uint8Array.of(137, 80, 0, 1) })).toBe(
      'solution/logo.png:1: This is not a text file in UTF-8. Remove it, or save it as UTF-8.',
    );
    expect(await first({ 'solution/latin.txt': Uint8Array.of(0xe9, 0x20) })).toContain('UTF-8');
    expect(await first({ 'solution/dump.sql': 'x'.repeat(1024 * 1024 + 1) })).toContain(
      '1048577 bytes',
    );
    expect(await first({ 'solution/node_modules/a.ts': '' })).toContain('solution/node_modules');
    expect(await first({ 'notes.txt': '' })).toMatch(/^notes\.txt:1: Nothing reads this\./);
  });

  it('follows no links', async () => {
    const dir = await write();
    await symlink('/etc/hostname', join(dir, 'solution/src/hostname.ts'));

    expect(await refusal(dir)).toEqual([
      'solution/src/hostname.ts:1: Links are not followed. Put the file itself here.',
    ]);
  });
});
