import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ChallengeError, packChallenge } from '@assay/challenges';
import { Command } from 'commander';
import { workingDir } from '#env.ts';

type PackOptions = { output?: string; json?: true };

export function packCommand(): Command {
  return new Command('pack')
    .description('Put a challenge into one archive, to be imported elsewhere.')
    .argument('<dir>', 'folder of the challenge')
    .option('--output <file>', 'the archive; <name>.tgz in this folder unless given')
    .option('--json', 'print what was written as one JSON document')
    .addHelpText('after', '\nExit code: 0 written, 2 wrong usage or unreadable challenge.')
    .action(async (dir: string, { output, json }: PackOptions) => {
      const { slug, bytes } = await packChallenge(resolve(workingDir, dir));
      const file =
        output === undefined ? join(workingDir, `${slug}.tgz`) : resolve(workingDir, output);
      await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
        const message = `It cannot be written (${error.code ?? error.message}). Name another file with --output.`;
        throw new ChallengeError({ file, line: 1, message });
      });
      process.stdout.write(
        json
          ? `${JSON.stringify({ file, slug, bytes: bytes.length }, null, 2)}\n`
          : `${file} holds ${slug}, ${bytes.length} bytes.\n`,
      );
    });
}
