import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const folder = fileURLToPath(new URL('../../../../docs/authoring', import.meta.url));
/** What speaks of no port of the world. */
const others = ['README.md', 'workbench.md'];
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && !others.includes(name));
/** A block whose first line names its file: "```ts src/index.ts". */
const fence = /^```\w+ (?<path>\S+)\n(?<text>[\s\S]*?)^```$/gm;

/** The files that a page's example consists of, by path. */
function readExample(page: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { groups } of readFileSync(`${folder}/${page}`, 'utf8').matchAll(fence))
    files[groups?.['path'] ?? ''] = groups?.['text'] ?? '';
  return files;
}

const judged = useJudge(1);

describe('docs/authoring', () => {
  it.each(pages)('has an example in %s that runs as it stands', async (page) => {
    const {
      'tests/hidden.test.ts': tests = '',
      'seed.sql': seedSql,
      ...solution
    } = readExample(page);
    const verdict = await judged({
      solution,
      tests,
      ...(seedSql === undefined ? {} : { seedSql }),
    });

    expect(outcomes(verdict).filter((line) => !line.endsWith(': passed'))).toEqual([]);
    expect(verdict.tests.length).toBeGreaterThan(0);
  });
});
