import { ChallengeError } from '@assay/challenges';
import { Command, CommanderError } from 'commander';
import { challengeCommand } from './challenge/challengeCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { hostileCommand } from './hostile/hostileCommand.ts';
import { judgeCommand } from './judge/judgeCommand.ts';
import { style } from './terminal/style.ts';

// A reader such as `head` may close the pipe early; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new Command('assay')
  .description('Judge solutions and verify challenges, without any server.')
  .exitOverride()
  .addCommand(judgeCommand().exitOverride())
  .addCommand(challengeCommand().exitOverride())
  .addCommand(hostileCommand().exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.passed : exitCodes.unusable;
  if (error instanceof ChallengeError) {
    process.stderr.write(`${style('red', error.message, process.stderr)}\n`);
    return exitCodes.unusable;
  }
  throw error;
}
