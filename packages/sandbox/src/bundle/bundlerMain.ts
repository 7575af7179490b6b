/**
 * A bundler process: bundles what its parent sends, one program at a time. It ends with its parent, and
 * ends itself when the compiler outgrows its memory.
 */
import { listChildren } from '#confinement/listChildren.ts';
import { readResidentMb } from '#confinement/residentMemory.ts';
import { type BundleOptions, bundleProgram } from './bundleProgram.ts';
import { tooMuchMemory } from './compilerLimits.ts';

const [, , memoryMb = '0'] = process.argv;
const watchEveryMs = 20;

async function bundle(options: BundleOptions): Promise<void> {
  const watch = setInterval(() => {
    const pids = listChildren(process.pid);
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
