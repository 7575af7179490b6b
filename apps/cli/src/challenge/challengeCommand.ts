import { Command } from 'commander';
import { mutateCommand } from './mutateCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

export function challengeCommand(): Command {
  return new Command('challenge')
    .description('Work on challenges.')
    .addCommand(mutateCommand().exitOverride())
    .addCommand(verifyCommand().exitOverride());
}
