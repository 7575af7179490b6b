import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The longest that a burner lives when nobody stops it, ms. Counters a machine left busy by a run that was killed. */
const longestMs = 30 * 60_000;

/** Burns in slices of uneven length, so that what is measured beside it is disturbed at changing moments. */
const program = `
  const parent = process.ppid;
  const until = Date.now() + ${longestMs};
  const slice = () => {
    const end = performance.now() + 5 + Math.random() * 60;
    while (performance.now() < end);
    if (Date.now() < until && process.ppid === parent) setTimeout(slice, Math.random() * 10);
  };
  slice();
`;

/** Keeps the machine busy with `processes` other processes until `stop`; they end by themselves when this one does. */
export function burnCpu(processes: number): { stop(): Promise<void> } {
  const burners: ChildProcess[] = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['--eval', program], { stdio: 'ignore', env: {} }),
  );
  return {
    stop: async () => {
      await Promise.all(
        burners.map(async (burner) => {
          if (burner.exitCode !== null || burner.signalCode !== null) return;
          const ended = once(burner, 'exit');
          burner.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
}
