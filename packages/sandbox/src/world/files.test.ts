import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge();

describe('files', () => {
  it('shows a solution what tests put there, and tests what it wrote', async () => {
    const verdict = await judged({
      solution: {
        'src/index.ts': `
          import fs from 'node:fs';
          export const settings = fs.existsSync('config/settings.json') ? fs.readFileSync('config/settings.json', 'utf8') : 'none';
          export const read = (path) => fs.readFileSync(path);
          export const write = (path, text) => fs.writeFileSync(path, text);
          export const link = (target, path) => fs.symlinkSync(target, path);
          export const changedAt = (path) => fs.statSync(path).mtimeMs;
          export const save = async (path) => {
            const out = fs.createWriteStream(path);
            out.write('first');
            await new Promise((resolve) => setTimeout(resolve, 1_000));
            out.end('second');
          };
        `,
        'data/own.txt': 'own',
      },
      tests: `
        import { changedAt, link, read, save, settings, write } from 'solution';
        import * as solution from 'solution';
        import { clock, files, restart } from 'world';
        it('in both directions', async () => {
          await files.write('in/a.bin', new Uint8Array([0, 255, 10]));
          expect([...read('in/a.bin')]).toEqual([0, 255, 10]);
          write('in/b.txt', 'grün');
          expect(await files.read('/solution/in/b.txt')).toBe('grün');
          expect([...(await files.bytes('in/a.bin'))]).toEqual([0, 255, 10]);
          expect(await files.list('.')).toEqual(['data/own.txt', 'in/a.bin', 'in/b.txt', 'src/index.ts']);
          expect(await files.list('/nowhere')).toEqual([]);
          await files.remove('in');
          await expect(files.read('in/a.bin')).rejects.toThrow("files.read: ENOENT: no such file or directory, open '/solution/in/a.bin'");
        });
        it('at its start', async () => {
          expect(solution.settings).toBe('none');
          await files.write('config/settings.json', '{"a":1}');
          await restart();
          expect(solution.settings).toBe('{"a":1}');
        });
        it('over a crash', async () => {
          write('data/own.txt', 'changed');
          write('/tmp/x', 'x');
          link('/tmp/x', '/tmp/link');
          const written = clock.now();
          await clock.advance(5_000);
          const saving = save('half.txt').catch(() => {});
          await clock.advance(500);
          await restart();
          expect(String(read('data/own.txt'))).toBe('changed');
          expect(String(read('/tmp/link'))).toBe('x');
          expect(changedAt('/tmp/x')).toBe(written);
          await saving;
          await clock.advance(5_000);
          expect(await files.read('half.txt')).toBe('first');
        });
      `,
    });
    expect(outcomes(verdict).filter((line) => !line.endsWith(': passed'))).toEqual([]);
    expect(verdict.tests).toHaveLength(3);
  });

  it('keeps files over an error that nobody catches, and refuses too many', async () => {
    const verdict = await judged({
      solution: `
        import fs from 'node:fs';
        export const crash = () => { fs.writeFileSync('last-words', 'help'); setTimeout(() => { throw new Error('boom'); }); };
        export const fill = () => { for (let n = 0; n < 17; n += 1) fs.writeFileSync('/tmp/' + n, 'x'.repeat(1_000_000)); };
      `,
      tests: `
        import { crash, fill } from 'solution';
        import { clock, files, restart } from 'world';
        it('crashes', async () => { crash(); await clock.advance(1); });
        it('has left a file', async () => expect(await files.read('last-words')).toBe('help'));
        it('fills the disk', async () => { fill(); await restart(); });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'crashes: failed: The solution crashed: Error: boom',
      'has left a file: passed',
      'fills the disk: failed: The solution did not start again: The solution crashed: Its files have more than 16000000 bytes.',
    ]);
  });

  it('is there for a solution that knows no files', async () => {
    const verdict = await judged({
      solution: 'export const nothing = 1;',
      tests: `
        import 'solution';
        import { files, restart } from 'world';
        it('keeps it', async () => {
          await files.write('a', 'b');
          await restart();
          expect(await files.list('/')).toEqual(['a']);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['keeps it: passed']);
  });
});
