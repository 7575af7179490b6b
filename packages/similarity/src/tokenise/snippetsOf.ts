import type { Files } from '@assay/contracts/workspace';

const fence = /^```(\w+)[^\n]*\n([\s\S]*?)^```/gm;
const names: Record<string, string> = { typescript: 'ts', javascript: 'js', python: 'py' };

/** The code in a text of Markdown, as files named by their language. */
export function snippetsOf(markdown: string): Files {
  const snippets = [...markdown.matchAll(fence)].map(([, language = '', code = ''], index) => {
    const name = language.toLowerCase();
    return [`snippet-${index}.${names[name] ?? name}`, code] as const;
  });
  return Object.fromEntries(snippets);
}
