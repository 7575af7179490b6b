/**
 * Adds up what the suites left in a folder and prints "N passed, N failed" as the last line; exits with 1
 * when anything failed. For each suite there is `<suite>.status`, its exit code, and `<suite>.json`, what
 * Jest found, or `<suite>.log` with a line "Checks: N passed, N failed". A suite that failed without
 * counting a failure, because it could not start or was cut off, is one failure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

for (const file of readdirSync(folder).filter((name) => name.endsWith('.status'))) {
  const name = file.replace(/\.status$/, '');
  const found = readJest(name) ?? readChecks(name) ?? { passed: 0, failed: 0 };
  const ended = Number(readFileSync(join(folder, file), 'utf8'));
  if (ended !== 0 && found.failed === 0) found.failed = 1;
  console.log(`${name}: ${found.passed} passed, ${found.failed} failed`);
  total.passed += found.passed;
  total.failed += found.failed;
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function readJest(name) {
  const path = join(folder, `${name}.json`);
  if (!existsSync(path)) return undefined;
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return {
    passed: report.numPassedTests,
    // A file that does not load has no tests to fail.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  };
}

function readChecks(name) {
  const path = join(folder, `${name}.log`);
  if (!existsSync(path)) return undefined;
  const counts = /Checks: (\d+) passed, (\d+) failed/.exec(readFileSync(path, 'utf8'));
  return counts === null ? undefined : { passed: Number(counts[1]), failed: Number(counts[2]) };
}
