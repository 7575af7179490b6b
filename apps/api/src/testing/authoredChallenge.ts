import { readChallenge } from '@assay/challenges';
import type { Files } from '@assay/contracts/workspace';

/** All files of a challenge that is one, small enough to read at a glance. */
export const doublingFiles: Files = {
  'challenge.yaml': `title: Doubling
summary: Double a number.
skills: [TypeScript, arithmetic]
level: junior
minutes: 10
port: module
rubric:
  - id: clarity
    title: Clarity
    anchors: { 1: Unclear., 3: Fair., 5: Clear. }
wrong:
  adds-two: doubles large numbers
`,
  'README.md': '# Doubling\n\nExport `double(n)`.\n',
  'starter/src/index.ts': 'export const double = (n: number): number => n;\n',
  'solution/src/index.ts': 'export const double = (n: number): number => n * 2;\n',
  'wrong/adds-two/src/index.ts': 'export const double = (n: number): number => n + 2;\n',
  'tests/public.test.ts':
    "import { double } from 'solution';\n\nit('doubles two', () => expect(double(2)).toBe(4));\n",
  'tests/hidden.test.ts':
    "import { double } from 'solution';\n\nit('doubles large numbers', () => expect(double(1e6)).toBe(2e6));\n",
};

/** That challenge, as it is loaded from its folder. */
export function doubling() {
  return readChallenge('doubling', doublingFiles);
}
