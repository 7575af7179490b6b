/**
 * A bundler process: bundles what its parent sends, one program at a time. It ends with its parent, and
 * ends itself when the compiler outgrows its memory.
 */
import { readFileSync } from 'node:fs';
import { readResidentMb } from '#judge/residentMemory.ts';
import { type BundleOptions, bundleProgram } from './bundleProgram.ts';
import { tooMuchMemory } from './compilerLimits.ts';

const [, , memoryMb = '0'] = process.argv;
const watchEveryMs = 20;

/** The compiler is a process of its own, the only child of this one. */
function compilerPids(): number[] {
  const path = `/proc/${process.pid}/task/${process.pid}/children`;
  try {
    return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

async function bundle(options: BundleOptions): Promise<void> {
  const watch = setInterval(() => {
    const pids = compilerPids();
    if (pids.every((pid) => (readResidentMb(pid) ?? 0) < Number(memoryMb))) return;
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    process.exit(tooMuchMemory);
  }, watchEveryMs);
  const result = await bundleProgram(options);
  clearInterval(watch);
  process.send?.(result);
}

process.on('disconnect', () => process.exit());
process.on('message', (options: BundleOptions) => void bundle(options));
// The compiler starts with its first program: better now than in a candidate's run.
void bundle({ files: { 'a.ts': '' }, entry: 'a.ts', name: 'a.js' });
