import type { Logger } from 'pino';

/**
 * Ends this process on SIGTERM or SIGINT, however often that is sent: has `stop` finish what is under way, and exits
 * with 0 then, or after `graceMs`. What failed to end, or not in time, is logged and is cut off: nothing that was
 * acknowledged hangs on it, since a SIGKILL may come at any time.
 */
export function stopOnSignal(
  logger: Logger,
  { graceMs, stop }: { graceMs: number; stop: () => Promise<void> },
): void {
  let stopping = false;
  function onSignal(signal: NodeJS.Signals): void {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'Stopping');
    setTimeout(() => {
      logger.warn({ graceMs }, 'Stopping took too long, and what is left is cut off');
      process.exit(0);
    }, graceMs).unref();
    stop()
      .catch((error: unknown) => logger.error({ err: error }, 'Not everything could be closed'))
      .finally(() => process.exit(0));
  }
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
