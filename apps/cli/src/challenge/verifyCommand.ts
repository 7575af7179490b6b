import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Challenge, loadChallenge, loadChallenges, verifyChallenges } from '@assay/challenges';
import type { VerifyReport, VerifyRow } from '@assay/contracts/challenge';
import { Command, InvalidArgumentError } from 'commander';
import { workingDir } from '#env.ts';
import { exitCodes } from '#exitCodes.ts';
import { indent, printable } from '#terminal/printable.ts';
import { ProgressLine } from '#terminal/ProgressLine.ts';
import { style } from '#terminal/style.ts';
import { withJudge } from '#withJudge.ts';
import { ownChallenges } from './ownChallenges.ts';

type VerifyOptions = { all?: true; json?: true; seeds: number };

const fewestSeeds = 20;
const mostSeeds = 2_000;

export function verifyCommand(): Command {
  const command = new Command('verify');
  return command
    .description(
      'Try whether challenges may be used: the reference passes, everything else is caught.',
    )
    .argument('[dirs...]', 'folders of challenges')
    .option('--all', 'every challenge in challenges/')
    .option('--json', 'print the reports as one JSON document')
    .option(
      '--seeds <number>',
      `judge the reference with this many seeds, ${fewestSeeds} to ${mostSeeds}`,
      readSeeds,
      fewestSeeds,
    )
    .addHelpText(
      'after',
      '\nExit code: 0 all passed, 1 not all, 2 wrong usage or unreadable challenge.',
    )
    .action(async (dirs: string[], options: VerifyOptions) => {
      if (dirs.length > 0 === (options.all === true)) {
        command.error('error: name one or more challenge folders, or --all.');
      }
      await verify(await load(dirs), options);
    });
}

function readSeeds(text: string): number {
  const seeds = Number(text);
  if (Number.isInteger(seeds) && seeds >= fewestSeeds && seeds <= mostSeeds) return seeds;
  throw new InvalidArgumentError(`A whole number from ${fewestSeeds} to ${mostSeeds} is needed.`);
}

function load(dirs: string[]): Promise<Challenge[]> {
  if (dirs.length === 0) return loadChallenges(ownChallenges);
  return Promise.all(dirs.map((dir) => loadChallenge(resolve(workingDir, dir))));
}

async function verify(challenges: Challenge[], { json, seeds }: VerifyOptions): Promise<void> {
  const progress = new ProgressLine(process.stdout);
  const print = (text: string) => {
    if (json) return;
    progress.clear();
    process.stdout.write(text);
    progress.show('  …');
  };

  const withPostgres = challenges.filter(({ manifest }) => manifest.postgres).length;
  const reports = await withJudge(
    {
      plain: withPostgres < challenges.length,
      postgres: withPostgres > 0,
      atOnce: availableParallelism(),
      postgresAtOnce: availableParallelism(),
    },
    (judge) =>
      verifyChallenges(challenges, judge, {
        seeds,
        onChallenge: ({ manifest, judged }) =>
          print(`\n${style('bold', manifest.title)} ${style('dim', judged.hash.slice(0, 12))}\n`),
        onRow: (row) => print(presentRow(row)),
      }),
  );
  progress.clear();

  const ok = reports.every((report) => report.ok);
  if (json) process.stdout.write(`${JSON.stringify({ ok, challenges: reports }, null, 2)}\n`);
  else process.stdout.write(`\n${presentSummary(reports)}\n`);
  process.exitCode = ok ? exitCodes.passed : exitCodes.notPassed;
}

function presentRow({ ok, message, advice }: VerifyRow): string {
  const mark = ok ? style('green', '✓') : style('red', '✗');
  const more = advice === undefined ? '' : `${indent(printable(advice), '      ')}\n`;
  return `  ${mark} ${printable(message)}\n${more}`;
}

function presentSummary(reports: VerifyReport[]): string {
  const failed = reports.filter((report) => !report.ok).map((report) => report.slug);
  if (failed.length === 0) {
    return style(
      'green',
      reports.length === 1
        ? 'The challenge may be used.'
        : `All ${reports.length} challenges may be used.`,
    );
  }
  return style('red', `Not to be used yet: ${failed.join(', ')}.`);
}
