import { Command } from 'commander';
import { exitCodes } from '#exitCodes.ts';
import { style } from '#terminal/style.ts';
import type { Finding } from './Finding.ts';

const marks = {
  ok: style('green', 'ok     '),
  warning: style('yellow', 'warning'),
  failed: style('red', 'FAILED '),
};

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Look whether an installation has what it needs, and say what to mend.')
    .option('--json', 'print what was found as one JSON document')
    .addHelpText(
      'after',
      [
        '',
        'Run it with the environment of the API or of a worker (DATABASE_URL, REDIS_URL and so on); without',
        'those it looks at the data folder of npm start. It changes nothing and sends nothing.',
        'Exit code: 0 nothing fails, 1 something does.',
      ].join('\n'),
    )
    .action(async ({ json }: { json?: true }) => {
      // Only now: no other command needs all of it.
      const { examine } = await import('./examine.ts');
      const { readDoctorEnvironment } = await import('./env.ts');
      const found = await examine(readDoctorEnvironment());
      process.stdout.write(
        json ? `${JSON.stringify({ findings: found }, null, 2)}\n` : present(found),
      );
      if (found.some(({ status }) => status === 'failed')) process.exitCode = exitCodes.notPassed;
    });
}

function present(found: Finding[]): string {
  const width = Math.max(...found.map(({ check }) => check.length));
  const lines = found.flatMap(({ check, status, says, mend }) => [
    `${marks[status]} ${check.padEnd(width)}  ${says}`,
    ...(mend === undefined ? [] : [`${' '.repeat(width + 10)}${style('dim', `→ ${mend}`)}`]),
  ]);
  const count = (status: Finding['status']) =>
    found.filter((finding) => finding.status === status).length;
  const summary = `${count('ok')} well, ${count('warning')} warnings, ${count('failed')} failed`;
  return [...lines, '', summary, ''].join('\n');
}
