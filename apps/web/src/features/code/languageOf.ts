type CodeLanguage = {
  id: string;
  label: string;
  /** How far code is indented, spaces, where its people agree on it. */
  indent?: number;
};

const languages: Record<string, CodeLanguage> = {
  ts: { id: 'typescript', label: 'TypeScript' },
  mts: { id: 'typescript', label: 'TypeScript' },
  js: { id: 'javascript', label: 'JavaScript' },
  mjs: { id: 'javascript', label: 'JavaScript' },
  cjs: { id: 'javascript', label: 'JavaScript' },
  py: { id: 'python', label: 'Python', indent: 4 },
  rb: { id: 'ruby', label: 'Ruby', indent: 2 },
  ru: { id: 'ruby', label: 'Ruby', indent: 2 },
  json: { id: 'json', label: 'JSON' },
  sql: { id: 'sql', label: 'SQL' },
  md: { id: 'markdown', label: 'Markdown' },
  yaml: { id: 'yaml', label: 'YAML' },
  yml: { id: 'yaml', label: 'YAML' },
};

/** The language of a file by its name: the editor's name for it, and ours. */
export function languageOf(path: string): CodeLanguage {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return languages[extension] ?? { id: 'plaintext', label: 'Plain text' };
}
