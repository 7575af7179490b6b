import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';

const module = new URL('stopOnSignal.ts', import.meta.url).href;

/** A process that would go on for ever, and how it stops. */
function start(stop: string, graceMs: number): ChildProcess {
  const program = `
    import { stopOnSignal } from '${module}';
    const say = (_, line) => console.log(line);
    stopOnSignal({ info: say, warn: say, error: say }, { graceMs: ${graceMs}, stop: ${stop} });
    setInterval(() => {}, 1_000);
    console.log('Working');`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { env: {} });
}

describe('a process that is asked to end', () => {
  it.each([
    ['when all is closed', 'async () => {}', 60_000, ['Stopping']],
    [
      'when something cannot be closed',
      "async () => { throw new Error('no'); }",
      60_000,
      ['Stopping', 'Not everything could be closed'],
    ],
    [
      'when its time is over',
      'async () => new Promise(() => {})',
      100,
      ['Stopping', 'Stopping took too long, and what is left is cut off'],
    ],
  ])('ends with 0 %s, asked once or often', async (_, stop, graceMs, lines) => {
    const child = start(stop, graceMs);
    const { stdout } = child;
    if (stdout === null) throw new Error('Its output is read.');
    const ended = once(child, 'exit');
    await once(stdout, 'data');
    const printed = text(stdout);
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect((await printed).trim().split('\n')).toEqual(lines);
  });
});
