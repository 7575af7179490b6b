import { z } from 'zod';

const Audit = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});

/**
 * What an answer of `npm audit --json` means for CI. Holes that are high or critical fail; a registry that does not
 * answer is told and fails nothing, for it says nothing of the dependencies.
 */
export function judgeAudit(output: string): { failed: boolean; lines: string[] } {
  const audit = Audit.safeParse(parse(output));
  if (!audit.success)
    return { failed: false, lines: ['The registry did not answer: nothing is known of holes.'] };
  const found = Object.entries(audit.data.vulnerabilities);
  const grave = found.filter(([, { severity }]) => ['high', 'critical'].includes(severity));
  return {
    failed: grave.length > 0,
    lines: [
      ...found.map(([name, { severity, range }]) => `${severity}: ${name} ${range}`),
      `${found.length} packages with known holes, ${grave.length} of them high or critical.`,
    ],
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
