import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Half of a start would be to compile what the one before has compiled.
enableCompileCache(
  fileURLToPath(new URL('../../../node_modules/.cache/assay-code', import.meta.url)),
);
const { runCommand } = await import('./runCommand.ts');
await runCommand();
