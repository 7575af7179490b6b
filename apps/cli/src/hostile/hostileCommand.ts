import { availableParallelism } from 'node:os';
import { type HostileProgram, loadPrograms, runHostile } from '@assay/sandbox/hostile';
import { Command } from 'commander';
import { takeOwnTemporaryFolder } from '#env.ts';
import { exitCodes } from '#exitCodes.ts';
import { ProgressLine } from '#terminal/ProgressLine.ts';
import { style } from '#terminal/style.ts';
import { withJudge } from '#withJudge.ts';
import { presentHead, presentReport, presentSummary } from './presentReport.ts';

export function hostileCommand(): Command {
  const command = new Command('hostile');
  return command
    .description('Let hostile programs at the judge, and see that each ends as it must.')
    .argument('[names...]', 'programs of packages/sandbox/hostile; all of them unless named')
    .option('--json', 'print the reports as one JSON document')
    .addHelpText('after', '\nExit code: 0 all ended as they must, 1 not all, 2 wrong usage.')
    .action(async (names: string[], { json }: { json?: true }) => {
      const programs = await loadPrograms(names).catch((error: unknown) =>
        command.error(`error: ${error instanceof Error ? error.message : String(error)}`),
      );
      await tryAll(programs, json === true);
    });
}

async function tryAll(programs: HostileProgram[], json: boolean): Promise<void> {
  const atOnce = Math.min(2, availableParallelism());
  const progress = new ProgressLine(process.stdout);
  const print = (text: string) => {
    if (json) return;
    progress.clear();
    process.stdout.write(`${text}\n`);
    progress.show('  …');
  };
  const postgres = programs.some(
    ({ expected }) => expected.at === 'judge' && expected.target === 'postgres',
  );

  print(style('bold', presentHead()));
  const temporaryFolder = await takeOwnTemporaryFolder();
  const startedAt = performance.now();
  const reports = await withJudge({ atOnce, plain: true, postgres }, async (judge) => {
    try {
      return await runHostile(programs, judge, {
        atOnce,
        temporaryFolder: temporaryFolder.path,
        onReport: (report) => print(presentReport(report)),
      });
    } finally {
      await temporaryFolder.remove();
    }
  });
  progress.clear();

  const ok = reports.every(({ problems }) => problems.length === 0);
  if (json) process.stdout.write(`${JSON.stringify({ ok, programs: reports }, null, 2)}\n`);
  else process.stdout.write(`\n${presentSummary(reports, performance.now() - startedAt)}\n`);
  process.exitCode = ok ? exitCodes.passed : exitCodes.notPassed;
}
