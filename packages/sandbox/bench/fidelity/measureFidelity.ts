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
  const pairs = await compare(
    snippets.map(({ imports, code }) => ({ code: `${imports}\n${code}\n` })),
  );
  return snippets.map(({ module, title, differs }, index) => {
    const pair = pairs[index] ?? { node: { lines: [] }, sandbox: { lines: [] } };
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
