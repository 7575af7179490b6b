import { describe, expect, it } from '@jest/globals';
import { runSteps, type Step } from './runSteps.ts';

const script = (name: string, code: string): Step => ({
  name,
  command: process.execPath,
  args: ['-e', code],
});

async function run(steps: Step[], concurrency = 2) {
  const lines: string[] = [];
  const results = await runSteps(steps, {
    cwd: process.cwd(),
    env: {},
    concurrency,
    print: (line) => lines.push(line),
  });
  return { results, lines, text: lines.join('\n') };
}

describe('runSteps', () => {
  it('prints a line with the duration of each step and counts them at the end', async () => {
    const { lines, results } = await run([script('types', ''), script('lint', '')]);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^ok {5}\w+ +\d+\.\d s$/);
    expect(lines.at(-1)).toBe('Checks: 2 passed, 0 failed');
    expect(results.every((result) => result.passed)).toBe(true);
  });

  it('shows what a failing step said, on both streams, and nothing of a passing one', async () => {
    const { text, results } = await run([
      script('good', 'console.log("chatter")'),
      script('bad', 'console.log("line 3"); console.error("is wrong"); process.exitCode = 1'),
    ]);
    expect(text).not.toContain('chatter');
    expect(text).toMatch(/FAILED bad +\d+\.\d s\n\nline 3\nis wrong\n/);
    expect(text).toContain('Checks: 1 passed, 1 failed');
    expect(results.find((result) => result.name === 'bad')?.passed).toBe(false);
  });

  it('runs the later steps after one has failed', async () => {
    const { results } = await run([script('first', 'process.exit(1)'), script('second', '')], 1);
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['first', false],
      ['second', true],
    ]);
  });

  it('fails a step whose command does not exist or is killed', async () => {
    const { text } = await run([
      { name: 'absent', command: '/nonexistent/tool', args: [] },
      script('killed', 'process.kill(process.pid, "SIGKILL")'),
    ]);
    expect(text).toContain('ENOENT');
    expect(text).toContain('Checks: 0 passed, 2 failed');
  });
});
