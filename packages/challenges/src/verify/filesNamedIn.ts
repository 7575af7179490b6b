const codeBlock = /^```.*?^```/gms;
/** Not `.json`, which in prose about Express is a call. */
const fileName = /`(\w[\w./-]*\.(?:[cm]?[jt]s|csv|log|md|sql|txt))`/g;

/** The files that a statement speaks of, in backticks, outside of its examples. */
export function filesNamedIn(statement: string): string[] {
  const prose = statement.replace(codeBlock, '');
  return [...new Set(Array.from(prose.matchAll(fileName), ([, name]) => name ?? ''))];
}
