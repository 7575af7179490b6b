import { resolve } from 'node:path';
import { checkAddress, checkApiForWorkers } from './checkAddress.ts';
import { checkDisk } from './checkDisk.ts';
import { checkEmbedded } from './checkEmbedded.ts';
import { checkMail } from './checkMail.ts';
import { checkNode } from './checkNode.ts';
import { checkPostgres } from './checkPostgres.ts';
import { checkRedis } from './checkRedis.ts';
import { checkSandbox } from './checkSandbox.ts';
import { checkSecrets } from './checkSecrets.ts';
import { checkTraces } from './checkTraces.ts';
import type { DoctorEnvironment } from './env.ts';
import { explain, type Finding, fails } from './Finding.ts';

type Check = { name: string; run: () => Finding[] | Finding | Promise<Finding[] | Finding> };

/** Looks at all that an environment leads to. A check that breaks is a finding, too. */
export async function examine(env: DoctorEnvironment): Promise<Finding[]> {
  const { DATABASE_URL, REDIS_URL, OTEL_EXPORTER_OTLP_ENDPOINT: collector } = env;
  const isEmbedded = DATABASE_URL === undefined && REDIS_URL === undefined;
  const isWorker = env.ASSAY_API_URL !== undefined;
  const dataFolder = isEmbedded ? resolve(env.ASSAY_DATA_DIR) : undefined;
  const checks: Check[] = [
    { name: 'versions', run: () => checkNode() },
    ...(DATABASE_URL === undefined
      ? []
      : [{ name: 'database', run: () => checkPostgres(DATABASE_URL) }]),
    ...(dataFolder === undefined
      ? []
      : [{ name: 'database', run: () => checkEmbedded(dataFolder) }]),
    ...(REDIS_URL === undefined ? [] : [{ name: 'redis', run: () => checkRedis(REDIS_URL) }]),
    // An API has no runners.
    ...(isEmbedded || isWorker ? [{ name: 'sandbox', run: () => checkSandbox(env) }] : []),
    { name: 'disk', run: () => checkDisk(dataFolder) },
    { name: 'secrets', run: () => checkSecrets(env) },
    ...(env.ASSAY_URL === undefined ? [] : [{ name: 'address', run: () => checkAddress(env) }]),
    ...(isWorker ? [{ name: 'api for workers', run: () => checkApiForWorkers(env) }] : []),
    ...(env.ASSAY_SMTP_URL === undefined ? [] : [{ name: 'mail', run: () => checkMail(env) }]),
    ...(collector === undefined ? [] : [{ name: 'traces', run: () => checkTraces(collector) }]),
  ];
  const found: Finding[] = [];
  for (const { name, run } of checks) {
    try {
      found.push(...[await run()].flat());
    } catch (error) {
      found.push(
        fails(name, `Could not be looked at: ${explain(error)}`, 'Look at what it names.'),
      );
    }
  }
  return found;
}
