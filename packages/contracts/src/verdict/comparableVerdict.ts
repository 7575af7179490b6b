import type { Verdict } from './verdict.ts';

/** The verdict without what is measured or belongs to the host: two runs of the same thing agree on it byte for byte. */
export function comparableVerdict(verdict: Verdict): string {
  const { usage: _usage, provenance, tests, ...rest } = verdict;
  const { host: _host, ...determined } = provenance;
  return JSON.stringify({
    ...rest,
    tests: tests.map(({ cpuMs: _cpuMs, ...test }) => test),
    provenance: determined,
  });
}
