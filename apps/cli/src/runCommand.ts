import { ChallengeError, JudgeFailure } from '@assay/challenges';
import { Command, CommanderError } from 'commander';
import { backupCommand, restoreCommand } from './backup/backupCommands.ts';
import { challengeCommand } from './challenge/challengeCommand.ts';
import { doctorCommand } from './doctor/doctorCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { hostileCommand } from './hostile/hostileCommand.ts';
import { judgeCommand } from './judge/judgeCommand.ts';
import { InstallationProblem } from './installation/InstallationProblem.ts';
import { moveCommand } from './move/moveCommand.ts';
import { rejudgeCommand } from './rejudge/rejudgeCommand.ts';
import { style } from './terminal/style.ts';

/** Runs what the command line asks for; what goes wrong ends up on standard error and in the exit code. */
export async function runCommand(): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

  const program = new Command('assay')
    .description(
      'Judge solutions, verify challenges, judge again what an installation has judged, back it up, move it, and examine it.',
    )
    .exitOverride()
    .addCommand(judgeCommand().exitOverride())
    .addCommand(challengeCommand().exitOverride())
    .addCommand(rejudgeCommand().exitOverride())
    .addCommand(backupCommand().exitOverride())
    .addCommand(restoreCommand().exitOverride())
    .addCommand(moveCommand().exitOverride())
    .addCommand(doctorCommand().exitOverride())
    .addCommand(hostileCommand().exitOverride());

  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.passed : exitCodes.unusable;
  const isExplained =
    error instanceof ChallengeError ||
    error instanceof InstallationProblem ||
    error instanceof JudgeFailure;
  if (isExplained) {
    process.stderr.write(`${style('red', error.message, process.stderr)}\n`);
    return exitCodes.unusable;
  }
  throw error;
}
