import { createHash } from 'node:crypto';
import { defaultLimits } from '@assay/contracts/verdict';
import type { LoadedChallenge } from '#createApi.ts';

/** Words that stand only in what candidates may never see. */
export const canaries = {
  hiddenTest: 'CANARY-hidden-test-source',
  hiddenName: 'CANARY hidden behaviour',
  hiddenMessage: 'CANARY-hidden-message',
  hiddenConsole: 'CANARY-hidden-console',
  solution: 'CANARY-reference-solution',
  wrong: 'CANARY-wrong-solution',
  wrongTest: 'CANARY-caught-by',
  rubric: 'CANARY-rubric-anchor',
  review: 'CANARY-review-note',
  seedSql: 'CANARY-seed-sql',
};

/** The one hidden test whose title candidates may see. */
export const showableTest = 'sums > of large numbers';

/** A small challenge with one canary in each place that is not for candidates. */
export function sampleChallenge(slug: string): LoadedChallenge {
  const anchors = { 1: canaries.rubric, 3: canaries.rubric, 5: canaries.rubric };
  return {
    manifest: {
      title: `Challenge ${slug}`,
      summary: 'Adds two numbers.',
      skills: ['arithmetic'],
      level: 'mid',
      minutes: 30,
      port: 'module',
      entry: 'src/index.ts',
      postgres: false,
      limits: {},
      rubric: [
        { id: 'correctness', title: 'Correctness', anchors },
        { id: 'clarity', title: 'Clarity', anchors },
      ],
      hints: ['Use +.'],
      showable: [showableTest],
      mutation: { score: 80, equivalent: [] },
      wrong: { subtracts: canaries.wrongTest },
    },
    statement: '# Add\n\nExport `add`.',
    starter: { 'src/index.ts': 'export const add = () => 0;\n', 'README.md': 'Start here.\n' },
    solution: { 'src/index.ts': `// ${canaries.solution}\nexport const add = (a, b) => a + b;\n` },
    judged: {
      slug,
      hash: createHash('sha256').update(slug).digest('hex'),
      port: 'module',
      entry: 'src/index.ts',
      limits: defaultLimits,
      tests: {
        public: { 'tests/public.test.ts': 'it("adds", () => {})' },
        hidden: { 'tests/hidden.test.ts': `// ${canaries.hiddenTest}` },
      },
      seedSql: `-- ${canaries.seedSql}`,
    },
    source: {
      'tests/hidden.test.ts': `// ${canaries.hiddenTest}`,
      'wrong/subtracts/src/index.ts': `// ${canaries.wrong}\n`,
    },
    wrong: { subtracts: { files: { 'src/index.ts': `// ${canaries.wrong}\n` } } },
  };
}
