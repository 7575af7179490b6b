import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import {
  loadChallenge,
  mutateChallenge,
  type MutationReport,
  type Survivor,
} from '@assay/challenges';
import { Command } from 'commander';
import { workingDir } from '#env.ts';
import { exitCodes } from '#exitCodes.ts';
import { indent, printable } from '#terminal/printable.ts';
import { ProgressLine } from '#terminal/ProgressLine.ts';
import { style } from '#terminal/style.ts';
import { withJudge } from '#withJudge.ts';

export function mutateCommand(): Command {
  return new Command('mutate')
    .description(
      'Change the reference in many small ways and show what the hidden tests do not notice.',
    )
    .argument('<dir>', 'folder of the challenge')
    .option('--json', 'print the report as one JSON document')
    .addHelpText(
      'after',
      '\nExit code: 0 the score is high enough, 1 it is not, 2 wrong usage or unreadable challenge.',
    )
    .action(mutate);
}

async function mutate(dir: string, { json }: { json?: true }): Promise<void> {
  const challenge = await loadChallenge(resolve(workingDir, dir));
  const progress = new ProgressLine(process.stdout);
  if (!json) progress.show('  preparing …');
  const startedAt = performance.now();
  const report = await withJudge(
    { postgres: challenge.manifest.postgres, atOnce: availableParallelism() },
    (judge) =>
      mutateChallenge(challenge, judge, (done, total) => {
        if (!json) progress.show(`  ${done} of ${total} mutants`);
      }),
  );
  progress.clear();
  const ok = report.score >= report.required && report.problems.length === 0;
  if (json) process.stdout.write(`${JSON.stringify({ ok, ...report }, null, 2)}\n`);
  else
    process.stdout.write(
      present(report, challenge.manifest.title, (performance.now() - startedAt) / 1_000),
    );
  process.exitCode = ok ? exitCodes.passed : exitCodes.notPassed;
}

function present(report: MutationReport, title: string, seconds: number): string {
  const { killed, total, score, required, survivors, testRuns, equivalent, problems } = report;
  const colour = score >= required ? 'green' : 'red';
  const explained = equivalent.length === 0 ? '' : ` ${equivalent.length} more change nothing.`;
  return [
    `\n${style('bold', title)}\n`,
    ...survivors.map(presentSurvivor),
    ...problems.map(
      ({ line, message }) => `  ${style('red', `challenge.yaml:${line}`)} ${printable(message)}`,
    ),
    survivors.length + problems.length > 0 ? '' : undefined,
    `${style(colour, `Mutation score ${score} %.`)} The hidden tests notice ${killed} of ${total} changes; asked for are ${required} %.${explained}`,
    style('dim', `${testRuns} runs of a test, ${seconds.toFixed(1)} s`),
    '',
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function presentSurvivor({ file, line, column, mutator, change, covered }: Survivor): string {
  const place = style('bold', `solution/${file}:${line}:${column}`);
  const kind = style('dim', covered ? mutator : `${mutator}, no test reaches it`);
  return `  ${place} ${kind}\n${indent(printable(change), '      ')}`;
}
