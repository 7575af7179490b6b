import { resolve } from 'node:path';
import { loadChallenge, readSolution } from '@assay/challenges';
import { Suite } from '@assay/contracts/verdict';
import { Command, Option } from 'commander';
import { workingDir } from '#env.ts';
import { exitCodes } from '#exitCodes.ts';
import { withJudge } from '#withJudge.ts';
import { JudgeReporter } from './JudgeReporter.ts';
import { parseSeed } from './parseSeed.ts';

type JudgeOptions = {
  challenge: string;
  solution: string;
  tests: Suite;
  seed: number;
  json?: true;
};

export function judgeCommand(): Command {
  return new Command('judge')
    .description('Run the tests of a challenge against a solution and print the verdict.')
    .requiredOption('--challenge <dir>', 'folder of the challenge')
    .requiredOption('--solution <dir>', 'folder of the solution')
    .addOption(new Option('--tests <suite>', 'which tests').choices(Suite.options).default('all'))
    .option(
      '--seed <number>',
      'seed of random values and of the order of simultaneous requests',
      parseSeed,
      1,
    )
    .option('--json', 'print the verdict as one JSON document')
    .addHelpText(
      'after',
      '\nExit code: 0 passed, 1 any other verdict, 2 wrong usage or unreadable folder.',
    )
    .action(judge);
}

async function judge(options: JudgeOptions): Promise<void> {
  const challenge = await loadChallenge(resolve(workingDir, options.challenge));
  const files = await readSolution(resolve(workingDir, options.solution));
  const reporter = options.json ? undefined : new JudgeReporter(process.stdout);

  reporter?.begin(challenge.manifest.title, options.tests, options.seed);
  const verdict = await withJudge({ postgres: challenge.manifest.postgres, atOnce: 1 }, (runner) =>
    runner.judge(
      { challenge: challenge.judged, files, suite: options.tests, seed: options.seed },
      { onTest: (test) => reporter?.test(test) },
    ),
  );
  if (reporter) reporter.end(verdict);
  else process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  process.exitCode = verdict.status === 'passed' ? exitCodes.passed : exitCodes.notPassed;
}
