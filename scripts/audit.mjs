/** `node scripts/audit.mjs`: asks the registry for known holes of what an installation runs with. */
import { spawnSync } from 'node:child_process';
import { judgeAudit } from './security/judgeAudit.ts';

const answerWithinMs = 120_000;
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: answerWithinMs,
  maxBuffer: 64 * 1024 * 1024,
});
const { failed, lines } = judgeAudit(stdout ?? '');
console.log(lines.join('\n'));
process.exitCode = failed ? 1 : 0;
