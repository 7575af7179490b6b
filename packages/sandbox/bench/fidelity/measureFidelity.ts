/** Measures how much of Node the sandbox is: each snippet in both, what they print compared. */
import { agree, compare, type Pair } from './compare.ts';
import type { Snippet, SnippetTable } from './snippets/Snippet.ts';
import { tables } from './tables.ts';

export type Measured = {
  module: string;
  title: string;
  pair: Pair;
  result: 'alike' | 'different' | 'deliberate';
  reason?: string;
};

/** Node's timers are real: a busy machine may fire them late, and in another order. */
const retries = 3;
const none: Pair = { node: { lines: [] }, sandbox: { lines: [] } };

const read = (snippet: string | Snippet): Snippet =>
  typeof snippet === 'string' ? { code: snippet } : snippet;

export async function measureFidelity(
  only: (table: SnippetTable) => boolean = () => true,
): Promise<Measured[]> {
  const snippets = tables.filter(only).flatMap(({ module, imports, snippets: given }) =>
    Object.entries(given).map(([title, snippet]) => ({
      module,
      imports,
      title,
      ...read(snippet),
    })),
  );
  const programs = snippets.map(({ imports, code }) => ({ code: `${imports}\n${code}\n` }));
  const pairs = await compare(programs);
  for (let again = 0; again < retries; again += 1) {
    const differing = [...snippets.keys()].filter((index) => {
      const pair = pairs[index];
      return snippets[index]?.differs === undefined && pair !== undefined && !agree(pair);
    });
    if (differing.length === 0) break;
    const repeated = await compare(differing.flatMap((index) => programs[index] ?? []));
    for (const [position, index] of differing.entries())
      pairs[index] = repeated[position] ?? pairs[index] ?? none;
  }
  return snippets.map(({ module, title, differs }, index) => {
    const pair = pairs[index] ?? none;
    const alike = agree(pair);
    return {
      module,
      title,
      pair,
      result: alike ? 'alike' : differs === undefined ? 'different' : 'deliberate',
      ...(differs === undefined ? {} : { reason: differs }),
    };
  });
}
