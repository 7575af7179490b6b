import type { VerifyRow } from '@assay/contracts/challenge';
import type { Verdict } from '@assay/contracts/verdict';
import type { Challenge } from '#Challenge.ts';

/** Every test name is its own, and those that the manifest names are hidden tests. */
export function checkNames(challenge: Challenge, reference: Verdict): VerifyRow {
  const names = reference.tests.map((test) => test.name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    return {
      check: 'names',
      ok: false,
      message: `Two tests are called “${repeated}”.`,
      advice: 'Give each test a title of its own; verdicts and the manifest name tests by it.',
    };
  }
  const hidden = new Set(
    reference.tests.filter((test) => test.suite === 'hidden').map((test) => test.name),
  );
  const { manifest } = challenge;
  const unknown = [...manifest.showable, ...Object.values(manifest.wrong)].filter(
    (name) => !hidden.has(name),
  );
  if (unknown.length > 0) {
    return {
      check: 'names',
      ok: false,
      message: `challenge.yaml names hidden tests that do not exist: ${unknown.map((name) => `“${name}”`).join(', ')}.`,
      advice: 'Write the titles of the describe blocks and of the test, joined by " > ".',
    };
  }
  return {
    check: 'names',
    ok: true,
    message: 'Test names are unique, and the manifest knows them.',
  };
}
