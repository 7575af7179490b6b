import { resolve } from 'node:path';
import { Command } from 'commander';
import { dataFolderPath, installation } from '#env.ts';
import { InstallationProblem } from '#installation/InstallationProblem.ts';

export function moveCommand(): Command {
  return new Command('move')
    .description(
      'Copy all data of npm start into an empty PostgreSQL, and compare it table by table.',
    )
    .addHelpText(
      'after',
      [
        '',
        'From ASSAY_DATA_DIR, .assay by default, which must not be running, to DATABASE_URL. All',
        'or nothing: when it is stopped in the middle, the PostgreSQL is as empty as before. The',
        'folder keeps its data. What comes next: docs/deploying.md.',
      ].join('\n'),
    )
    .action(async () => {
      if (installation.kind === 'folder')
        throw new InstallationProblem(
          'Set DATABASE_URL to the address of an empty PostgreSQL, as postgres://assay:password@host/assay.',
        );
      // Only now: no other command needs it.
      const { move } = await import('./move.ts');
      await move(resolve(dataFolderPath), installation.url);
    });
}
