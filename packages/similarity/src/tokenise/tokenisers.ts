import type { Files } from '@assay/contracts/workspace';
import { tokenisePython } from './tokenisePython.ts';
import { tokeniseSql } from './tokeniseSql.ts';
import { tokeniseTypeScript } from './tokeniseTypeScript.ts';
import type { Token, Tokeniser } from './Token.ts';

/** What reads a file, by the end of its name. A further language is a further line. */
const tokenisers: Record<string, Tokeniser> = {
  ts: tokeniseTypeScript,
  mts: tokeniseTypeScript,
  cts: tokeniseTypeScript,
  js: tokeniseTypeScript,
  mjs: tokeniseTypeScript,
  cjs: tokeniseTypeScript,
  py: tokenisePython,
  sql: tokeniseSql,
};

export type TokenisedFile = { path: string; tokens: Token[] };

/** The programs among the files, and how many of them are none that can be read. Other files are left out. */
export function tokeniseFiles(files: Files): { read: TokenisedFile[]; unread: number } {
  const read: TokenisedFile[] = [];
  let unread = 0;
  for (const path of Object.keys(files).toSorted()) {
    const tokenise = tokenisers[path.slice(path.lastIndexOf('.') + 1)];
    if (tokenise === undefined) continue;
    const tokens = tokenise(files[path] ?? '');
    if (tokens === undefined) unread += 1;
    else read.push({ path, tokens });
  }
  return { read, unread };
}
