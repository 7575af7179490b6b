import { Command } from 'commander';
import { verifyCommand } from './verifyCommand.ts';

export function challengeCommand(): Command {
  return new Command('challenge')
    .description('Work on challenges.')
    .addCommand(verifyCommand().exitOverride());
}
