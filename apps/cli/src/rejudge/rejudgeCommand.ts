import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { exitCodes } from '#exitCodes.ts';
import { ProgressLine } from '#terminal/ProgressLine.ts';
import { withJudge } from '#withJudge.ts';
import { InstallationProblem } from '#installation/InstallationProblem.ts';
import { presentRejudged, presentSummary } from './presentRejudged.ts';
import type { Rejudged } from './rejudgeSubmission.ts';

type RejudgeOptions = { all?: true; since?: Date; json?: true };

export function rejudgeCommand(): Command {
  const command = new Command('rejudge');
  return command
    .description('Judge stored submissions once more and say which verdicts are not the same.')
    .argument('[id]', 'id of a submission', parseId)
    .option('--all', 'every submission that has a verdict')
    .option('--since <date>', 'with --all: only those submitted then or later', parseDate)
    .option('--json', 'print the comparisons as one JSON document')
    .addHelpText(
      'after',
      [
        '',
        'The submissions are those of DATABASE_URL, else of the data folder of npm start',
        '(ASSAY_DATA_DIR, .assay by default), which must not be running. Nothing is stored.',
        'Exit code: 0 all the same, 1 not all, 2 wrong usage or unreadable data.',
      ].join('\n'),
    )
    .action(async (id: string | undefined, options: RejudgeOptions) => {
      if ((id !== undefined) === (options.all === true))
        command.error('error: name one submission, or --all.');
      if (options.since !== undefined && options.all !== true)
        command.error('error: --since goes with --all.');
      await rejudge(id, options);
    });
}

async function rejudge(id: string | undefined, { since, json }: RejudgeOptions): Promise<void> {
  // Only now: no other command needs a database.
  const { openInstallation } = await import('#installation/openInstallation.ts');
  const { rejudgeSubmission } = await import('./rejudgeSubmission.ts');
  const { listJudgedIds } = await import('@assay/db');

  const { db, close } = await openInstallation();
  const progress = new ProgressLine(process.stdout);
  const results: Rejudged[] = [];
  try {
    const ids = id === undefined ? await listJudgedIds(db, since) : [id];
    const atOnce = availableParallelism();
    await withJudge({ postgres: false, atOnce: Math.min(atOnce, ids.length) }, async (judge) => {
      await eachOf(ids, atOnce, async (next, index) => {
        const result = await rejudgeSubmission(db, judge, next);
        if (result === undefined)
          throw new InstallationProblem(`There is no submission ${next} in this installation.`);
        results[index] = result;
        progress.clear();
        if (!json) process.stdout.write(presentRejudged(result));
        if (!json) progress.show(`  … ${Object.keys(results).length} of ${ids.length}`);
      });
    });
  } finally {
    progress.clear();
    await close();
  }
  const same = results.filter(({ comparison }) => comparison.outcome === 'same').length;
  if (json) process.stdout.write(`${JSON.stringify({ submissions: results }, null, 2)}\n`);
  else process.stdout.write(presentSummary(results));
  process.exitCode = same === results.length ? exitCodes.passed : exitCodes.notPassed;
}

/** Does `work` for each item, `atOnce` at a time, in order of their beginnings. */
async function eachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of entries) await work(item, index);
    }),
  );
}

function parseId(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError(
    'The id of a submission looks like 5e7a11ed-0000-4000-8000-000000000001.',
  );
}

function parseDate(text: string): Date {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('A date looks like 2026-03-31 or 2026-03-31T18:00:00Z.');
}
