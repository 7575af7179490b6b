/**
 * Preloaded into what `run.mjs` starts: ends the process, as SIGTERM would, when the one that started it
 * is gone, even by SIGKILL, so that nothing keeps the port and the database.
 */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The listener alone would keep the process alive.
  process.channel.unref();
}

// Processes that this one forks inherit these arguments, and their channels are not ours to judge.
const preload = process.execArgv.indexOf('--import');
if (preload !== -1) process.execArgv.splice(preload, 2);
