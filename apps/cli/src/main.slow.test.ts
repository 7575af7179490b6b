import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Verdict } from '@assay/contracts/verdict';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const limiter = fileURLToPath(
  new URL('../../../challenges/sliding-window-rate-limiter', import.meta.url),
);

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'assay-cli-'));
});

afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

type Exit = { code: number | null; stdout: string; stderr: string };

/** Runs the command as a person would; `env` is its whole environment. */
function assay(
  args: string[],
  env: Record<string, string> = {},
  onOutput: (child: ChildProcess, stdout: string) => void = () => {},
): Promise<Exit> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: dir, env });
    const exit: Exit = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      exit.stdout += text;
      onOutput(child, exit.stdout);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      exit.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...exit, code }));
  });
}

/** A solution of one file, in a folder of its own. */
async function solution(name: string, source: string): Promise<string> {
  const folder = join(dir, name);
  await mkdir(join(folder, 'src'), { recursive: true });
  await writeFile(join(folder, 'src/index.ts'), source);
  return folder;
}

function judge(folder: string, ...more: string[]): string[] {
  return ['judge', '--challenge', limiter, '--solution', folder, ...more];
}

/** The runners that a command has started. */
function findRunners(command: ChildProcess): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(command.pid), '-f', 'runner.cjs'], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('assay judge', () => {
  it('prints a line for each test and the verdict, without colours, and exits with 0 when all pass', async () => {
    const { code, stdout, stderr } = await assay(
      judge(join(limiter, 'solution'), '--tests', 'public'),
    );

    expect(stderr).toBe('');
    expect(stdout).not.toContain('\u001b[');
    expect(stdout).toContain('Sliding-window rate limiter public tests, seed 1');
    expect(stdout.match(/^ {2}✓ /gm)).toHaveLength(6);
    expect(stdout).toMatch(
      /✓ acquire > resolves when the window has room again .*60000 ms of virtual time/,
    );
    expect(stdout).toContain('passed. All 6 behaviours hold.');
    expect(stdout).toMatch(/^hallmark [0-9a-f]{12}, /m);
    expect(code).toBe(0);
  });

  it('says what was expected and where, and exits with 1 when tests fail', async () => {
    const { code, stdout } = await assay(judge(join(limiter, 'starter'), '--tests', 'public'), {
      NO_COLOR: '1',
    });

    expect(stdout).not.toContain('\u001b[');
    expect(stdout).toMatch(/^ {2}✗ check > follows the example of the statement /m);
    expect(stdout).toMatch(/-\s+"retryAfterMs": 500,\n\s+\+\s+"retryAfterMs": 1000,/);
    expect(stdout).toMatch(/at tests\/public\.test\.ts:\d+:\d+/);
    expect(stdout).toContain('failed. 3 of 6 behaviours hold.');
    expect(code).toBe(1);
  });

  it('prints exactly one verdict with --json', async () => {
    const { code, stdout, stderr } = await assay(
      judge(join(limiter, 'starter'), '--json', '--seed', '7'),
    );

    const verdict = Verdict.parse(JSON.parse(stdout));
    expect(verdict.status).toBe('failed');
    expect(verdict.provenance).toMatchObject({ seed: 7, suite: 'all' });
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('points at the line that does not compile', async () => {
    const broken = await solution(
      'broken',
      "import { x } from 'left-pad';\nexport const createLimiter = x;\n",
    );
    const { code, stdout } = await assay(judge(broken));

    expect(stdout).toContain('src/index.ts:1:');
    expect(stdout).toContain('left-pad');
    expect(stdout).toMatch(/import \{ x \} from 'left-pad';\n +\^/);
    expect(stdout).toContain('compile error. The code does not compile.');
    expect(code).toBe(1);
  });

  it('shows what the solution prints without letting it control the terminal', async () => {
    const noisy = await solution(
      'noisy',
      "export function createLimiter() { console.log('\\u001b[2Jgone \\u202e'); throw new Error('\\u001b[31mred'); }\n",
    );
    const { stdout } = await assay(judge(noisy, '--tests', 'public'));

    expect(stdout).toContain('log: \\u001b[2Jgone \\u202e');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });

  it('colours on request only', async () => {
    const args = judge(join(limiter, 'solution'), '--tests', 'public');

    expect((await assay(args, { FORCE_COLOR: '1' })).stdout).toContain('\u001b[32m');
  });

  it('stops at Ctrl-C and leaves no process behind', async () => {
    const runners: number[] = [];
    // Its tests end at their limits of CPU, so that the run is under way for long enough.
    const endless = await solution(
      'endless',
      'export const createLimiter = () => ({ check() { for (;;); } });\n',
    );
    let interruption: Promise<void> | undefined;
    const interrupt = async (child: ChildProcess) => {
      while (runners.length === 0 && child.exitCode === null) {
        await sleep(50);
        runners.push(...findRunners(child));
      }
      child.kill('SIGINT');
      child.kill('SIGINT');
    };
    const { code, stderr } = await assay(judge(endless), {}, (child) => {
      interruption ??= interrupt(child);
    });

    expect(stderr.trim()).toBe('Stopped.');
    expect(code).toBe(130);
    expect(runners.length).toBeGreaterThan(0);
    expect(runners.filter(isAlive)).toEqual([]);
  });
});

describe('wrong usage', () => {
  it.each([
    ['no challenge', ['judge'], "required option '--challenge <dir>' not specified"],
    ['an unknown suite', judge('x', '--tests', 'some'), 'Allowed choices are public, hidden, all.'],
    ['half a seed', judge('x', '--seed', '1.5'), 'A seed is a whole number from 0 to 4294967295.'],
    ['no such solution', judge('nowhere'), 'nowhere:1: There is no such folder. Check the path.'],
    [
      'no such challenge',
      ['judge', '--challenge', 'nowhere', '--solution', 'x'],
      'nowhere:1: There is no',
    ],
    ['nothing to verify', ['challenge', 'verify'], 'name one or more challenge folders, or --all.'],
    [
      'folders and --all',
      ['challenge', 'verify', 'x', '--all'],
      'name one or more challenge folders',
    ],
    [
      'too few seeds',
      ['challenge', 'verify', 'x', '--seeds', '5'],
      'A whole number from 20 to 2000',
    ],
    ['an unknown command', ['frobnicate'], "unknown command 'frobnicate'"],
  ])('such as %s exits with 2 and says why on standard error', async (_case, args, message) => {
    const { code, stdout, stderr } = await assay(args);

    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('names the file and the line of a challenge that cannot be read', async () => {
    const challenge = join(dir, 'half-done');
    await mkdir(challenge);
    await writeFile(join(challenge, 'challenge.yaml'), 'title: Half done\nlevel: guru\n');
    const { code, stderr } = await assay(['challenge', 'verify', 'half-done', '--json']);

    expect(stderr).toMatch(/half-done\/challenge\.yaml:2: level: /);
    expect(code).toBe(2);
  });

  it('is no matter of asking for help', async () => {
    const { code, stdout } = await assay(['judge', '--help']);

    expect(stdout).toContain('--solution <dir>');
    expect(code).toBe(0);
  });
});

describe('assay challenge', () => {
  beforeAll(async () => {
    // Without a server in it, its many runs are short.
    await assay(['challenge', 'new', 'durations', '--port', 'module']);
  });

  it('verify reports each check and exits with 0 when the challenge may be used', async () => {
    const { code, stdout } = await assay(['challenge', 'verify', 'durations', '--seeds', '21']);

    expect(stdout).toContain('✓ The reference passes 1 public and 2 hidden tests.');
    expect(stdout.match(/✓ wrong\//g)).toHaveLength(2);
    expect(stdout).toContain('✓ 21 seeds give one verdict.');
    expect(stdout).toContain('The challenge may be used.');
    expect(code).toBe(0);
  });

  it('mutate shows each change that no hidden test notices, with its line, and the score', async () => {
    await cp(join(dir, 'durations'), join(dir, 'padded'), { recursive: true });
    await appendFile(join(dir, 'padded/solution/src/index.ts'), "\nexport const unused = 'x';\n");
    const { code, stdout } = await assay(['challenge', 'mutate', 'padded']);

    expect(stdout).toMatch(/^ {2}solution\/src\/\w+\.ts:\d+:\d+ \w+\n {6}.+ → .+$/m);
    expect(stdout).toMatch(
      /^Mutation score [\d.]+ %\. The hidden tests notice \d+ of \d+ changes/m,
    );
    expect(code).toBe(0);
  });

  it('new, run, pack and import make one, run it again on each save, and bring it elsewhere', async () => {
    expect((await assay(['challenge', 'new', 'notes-service'])).code).toBe(0);
    expect((await assay(['challenge', 'new', 'notes-service'])).stderr).toContain('there already');

    const app = join(dir, 'notes-service/solution/src/app.ts');
    const right = await readFile(app, 'utf8');
    let runs = 0;
    const { code, stdout } = await assay(
      ['challenge', 'run', 'notes-service', '--watch', '--json'],
      {},
      (child, output) => {
        const lines = output.split('\n').length - 1;
        if (lines === runs) return;
        runs = lines;
        if (runs === 1) void writeFile(app, right.replace('201', '200'));
        if (runs === 2) void writeFile(app, right);
        if (runs >= 3) child.kill('SIGINT');
      },
    );
    const verdicts = stdout
      .trim()
      .split('\n')
      .map((line) => Verdict.parse(JSON.parse(line)));
    expect(verdicts.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed']);
    expect(code).toBe(130);

    const packed = await assay(['challenge', 'pack', 'notes-service', '--json']);
    expect(JSON.parse(packed.stdout)).toMatchObject({ slug: 'notes-service' });
    const brought = await assay([
      'challenge',
      'import',
      'notes-service.tgz',
      '--into',
      'elsewhere',
      '--json',
    ]);
    expect(JSON.parse(brought.stdout)).toMatchObject({
      dir: join(dir, 'elsewhere/notes-service'),
      slug: 'notes-service',
    });
    const again = await assay(['challenge', 'import', 'notes-service.tgz', '--into', 'elsewhere']);
    expect(again.stderr).toContain('There is a challenge notes-service already.');
    expect(again.code).toBe(2);
  });
});
