const languages: Record<string, { id: string; label: string }> = {
  ts: { id: 'typescript', label: 'TypeScript' },
  mts: { id: 'typescript', label: 'TypeScript' },
  js: { id: 'javascript', label: 'JavaScript' },
  mjs: { id: 'javascript', label: 'JavaScript' },
  cjs: { id: 'javascript', label: 'JavaScript' },
  json: { id: 'json', label: 'JSON' },
  sql: { id: 'sql', label: 'SQL' },
  md: { id: 'markdown', label: 'Markdown' },
  yaml: { id: 'yaml', label: 'YAML' },
  yml: { id: 'yaml', label: 'YAML' },
};

/** The language of a file by its name: the editor's name for it, and ours. */
export function languageOf(path: string): { id: string; label: string } {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return languages[extension] ?? { id: 'plaintext', label: 'Plain text' };
}
