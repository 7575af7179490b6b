import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ChallengeError, importChallenge } from '@assay/challenges';
import { Command } from 'commander';
import { workingDir } from '#env.ts';
import { ownChallenges } from './ownChallenges.ts';

type ImportOptions = { into?: string; replace?: true; json?: true };

export function importCommand(): Command {
  return new Command('import')
    .description('Unpack a challenge from an archive that challenge pack has made.')
    .argument('<archive>', 'the archive')
    .option('--into <dir>', "where the challenge's folder goes; challenges/ unless given")
    .option('--replace', 'put it in the place of the challenge of the same name')
    .option('--json', 'print what was imported as one JSON document')
    .addHelpText(
      'after',
      '\nNothing in the archive is run. Exit code: 0 imported, 2 wrong usage or an archive that is refused.',
    )
    .action(async (archive: string, { into, replace, json }: ImportOptions) => {
      const shown = resolve(workingDir, archive);
      const bytes = await readFile(shown).catch((error: NodeJS.ErrnoException) => {
        const message = `It cannot be read (${error.code ?? error.message}). Check the path.`;
        throw new ChallengeError({ file: shown, line: 1, message });
      });
      const parent = into === undefined ? ownChallenges : resolve(workingDir, into);
      const { judged } = await importChallenge(bytes, parent, {
        shown,
        replace: replace === true,
      });
      const dir = join(parent, judged.slug);
      process.stdout.write(
        json
          ? `${JSON.stringify({ dir, slug: judged.slug, hash: judged.hash }, null, 2)}\n`
          : `${dir} is there. Verify it before it is used:\n  npm run -s assay -- challenge verify ${dir}\n`,
      );
    });
}
