/**
 * `node scripts/gradeHeaders.mjs https://assay.example`: grades the security headers that arrive from an installation,
 * through whatever proxy is in front. Exit code 0 for an A.
 */
import { gradeHeaders } from './security/gradeHeaders.ts';

const [address = ''] = process.argv.slice(2);
if (!URL.canParse(address)) {
  console.error('Name the address that people open: node scripts/gradeHeaders.mjs https://…');
  process.exit(2);
}
const { headers } = await fetch(address, {
  redirect: 'manual',
  headers: { accept: 'text/html' },
  signal: AbortSignal.timeout(10_000),
});
const { grade, points, lost } = gradeHeaders(headers, { tls: address.startsWith('https:') });
console.log([`${grade}  ${points} of 100`, ...lost.map((what) => `  - ${what}`)].join('\n'));
process.exitCode = grade === 'A' ? 0 : 1;
