import { Command } from 'commander';
import { importCommand } from './importCommand.ts';
import { mutateCommand } from './mutateCommand.ts';
import { newCommand } from './newCommand.ts';
import { packCommand } from './packCommand.ts';
import { runCommand } from './runCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

export function challengeCommand(): Command {
  return new Command('challenge')
    .description('Work on challenges.')
    .addCommand(newCommand().exitOverride())
    .addCommand(runCommand().exitOverride())
    .addCommand(mutateCommand().exitOverride())
    .addCommand(verifyCommand().exitOverride())
    .addCommand(packCommand().exitOverride())
    .addCommand(importCommand().exitOverride());
}
