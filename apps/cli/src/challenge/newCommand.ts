import { resolve } from 'node:path';
import { createChallenge } from '@assay/challenges';
import { Port } from '@assay/contracts/challenge';
import { Command, Option } from 'commander';
import { workingDir } from '#env.ts';

export function newCommand(): Command {
  return new Command('new')
    .description('Make a small challenge that passes its gate, to be changed into yours.')
    .argument('<dir>', 'folder to make; its name is the name of the challenge')
    .addOption(
      new Option('--port <port>', 'how tests reach the solution')
        .choices(Port.options)
        .default('http'),
    )
    .option('--json', 'print what was made as one JSON document')
    .addHelpText('after', '\nExit code: 0 made, 2 wrong usage or the folder is there already.')
    .action(async (dir: string, { port, json }: { port: Port; json?: true }) => {
      const target = resolve(workingDir, dir);
      await createChallenge(target, port);
      process.stdout.write(
        json
          ? `${JSON.stringify({ dir: target, port }, null, 2)}\n`
          : `${target} is there. Begin with its README.md, then:\n  npm run -s assay -- challenge run ${dir} --watch\n  npm run -s assay -- challenge verify ${dir}\n`,
      );
    });
}
