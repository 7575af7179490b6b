import { resolve } from 'node:path';
import { Command } from 'commander';
import { installation, workingDir } from '#env.ts';
import { InstallationProblem } from '#installation/InstallationProblem.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('Write all data of npm start to one file, while it runs or not.')
    .argument('<file>', 'where to, as assay-2026-11-24.tar.gz')
    .addHelpText('after', folderHelp)
    .action(async (file: string) => {
      const [folder, path] = [dataFolder(), resolve(workingDir, file)];
      // Only now: no other command needs it.
      const { backUp } = await import('./backUp.ts');
      await backUp(folder, path);
      process.stdout.write(`All data of ${folder} is in ${path}.\n`);
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Make the data folder of npm start from a backup.')
    .argument('<file>', 'what assay backup wrote')
    .addHelpText('after', folderHelp)
    .action(async (file: string) => {
      const [folder, path] = [dataFolder(), resolve(workingDir, file)];
      const [{ restoreFolder }, { explained }] = await Promise.all([
        import('@assay/db'),
        import('#installation/explained.ts'),
      ]);
      await explained(() => restoreFolder(path, folder));
      process.stdout.write(`${folder} has the data of ${path}. Start Assay on it.\n`);
    });
}

const folderHelp = [
  '',
  'The data folder is ASSAY_DATA_DIR, .assay by default. What is in PostgreSQL (DATABASE_URL)',
  'is backed up by its own tools: see docs/backup.md.',
].join('\n');

function dataFolder(): string {
  if (installation.kind === 'folder') return resolve(installation.path);
  throw new InstallationProblem(
    'The data is in the PostgreSQL that DATABASE_URL names. Back it up with pg_dump and restore it with pg_restore, as docs/backup.md says.',
  );
}
