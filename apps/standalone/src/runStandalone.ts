import { createLogger } from '@assay/telemetry';
import { destination } from 'pino';
import { readEnvironment } from './env.ts';
import { StartProblem } from './StartProblem.ts';
import { type Standalone, startStandalone } from '#start/startStandalone.ts';
import { welcome } from '#start/welcome.ts';

/** How long running submissions and open requests may take to end after a signal, ms. */
const graceMs = 5_000;

/** `npm start`: runs until SIGINT, SIGTERM or SIGHUP, however often that is sent. */
export async function runStandalone(): Promise<void> {
  let running: Standalone | undefined;
  let stopping = false;

  function stop(): void {
    if (stopping) return;
    stopping = true;
    if (running === undefined) process.exit(0);
    process.stdout.write('\n  Stopping …\n');
    // What does not end in time is as safe as after a power cut: acknowledged data is on disk.
    setTimeout(() => process.exit(0), graceMs).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  try {
    const env = readEnvironment();
    // Standard output belongs to the links.
    const logger = createLogger({ level: env.LOG_LEVEL }, destination({ dest: 2, sync: true }));
    running = await startStandalone(env, logger);
    process.stdout.write(`${welcome(running)}\n`);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
