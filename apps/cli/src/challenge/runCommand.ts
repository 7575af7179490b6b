import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { ChallengeError, loadChallenge } from '@assay/challenges';
import { Suite, type Verdict } from '@assay/contracts/verdict';
import type { Judge } from '@assay/sandbox';
import { Command, Option } from 'commander';
import { workingDir } from '#env.ts';
import { exitCodes } from '#exitCodes.ts';
import { JudgeReporter } from '#judge/JudgeReporter.ts';
import { parseSeed } from '#judge/parseSeed.ts';
import { style } from '#terminal/style.ts';
import { withJudge } from '#withJudge.ts';

type RunOptions = { tests: Suite; seed: number; watch?: true; json?: true };

/** Editors write a file in several steps; this long after the last one it is read, ms. */
const settleMs = 40;

export function runCommand(): Command {
  return new Command('run')
    .description(
      'Run the tests of a challenge against its reference, once or whenever a file is saved.',
    )
    .argument('<dir>', 'folder of the challenge')
    .addOption(new Option('--tests <suite>', 'which tests').choices(Suite.options).default('all'))
    .option(
      '--seed <number>',
      'seed of random values and of the order of simultaneous requests',
      parseSeed,
      1,
    )
    .option('--watch', 'run again on every save, until Ctrl-C')
    .option('--json', 'print each verdict as one line of JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 passed, 1 any other verdict, 2 wrong usage or unreadable folder, 130 stopped.',
    )
    .action(run);
}

async function run(dir: string, options: RunOptions): Promise<void> {
  const folder = resolve(workingDir, dir);
  const { manifest } = await loadChallenge(folder);
  const saves = options.watch ? new Saves(folder) : undefined;
  await withJudge({ postgres: manifest.postgres, atOnce: 1 }, async (judge) => {
    for (;;) {
      const verdict = await runOnce(judge, folder, options);
      process.exitCode = verdict?.status === 'passed' ? exitCodes.passed : exitCodes.notPassed;
      if (!saves) return;
      await saves.next();
    }
  });
}

/** A verdict on the reference as it is now; nothing while the folder is no challenge, which is said. */
async function runOnce(
  judge: Judge,
  folder: string,
  { tests, seed, json, watch: stays }: RunOptions,
): Promise<Verdict | undefined> {
  try {
    const challenge = await loadChallenge(folder);
    const reporter = json ? undefined : new JudgeReporter(process.stdout);
    reporter?.begin(challenge.manifest.title, tests, seed);
    const verdict = await judge.judge(
      { challenge: challenge.judged, files: challenge.solution, suite: tests, seed },
      { onTest: (test) => reporter?.test(test) },
    );
    if (reporter) reporter.end(verdict);
    else process.stdout.write(`${JSON.stringify(verdict)}\n`);
    return verdict;
  } catch (error) {
    if (!stays || !(error instanceof ChallengeError)) throw error;
    process.stderr.write(`${style('red', error.message, process.stderr)}\n`);
    return undefined;
  }
}

/** What is saved below a folder, from the moment at which it is made until the program ends. */
class Saves {
  #changed = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#changed.resolve(), settleMs);
    });
  }

  /** Resolves when something has been saved since it last did. */
  async next(): Promise<void> {
    await this.#changed.promise;
    this.#changed = Promise.withResolvers();
  }
}
