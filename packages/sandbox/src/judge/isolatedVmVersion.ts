import { createRequire } from 'node:module';

/** The version of isolated-vm that verdicts name. */
export const { version: isolatedVmVersion } = createRequire(import.meta.url)(
  'isolated-vm/package.json',
) as { version: string };
