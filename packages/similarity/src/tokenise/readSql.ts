/** A part of an SQL text, with its offsets in it. */
export type SqlPart = { kind: string; from: number; to: number };

const part =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*'?|\$\$[\s\S]*?(?:\$\$|$))|(?<parameter>\$\d+)|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w$]*)|(?<quoted>"[^"]*"?)|(?<sign>::|<>|!=|<=|>=|\|\||->>?|[^\s])/gy;

/** Words that no person chooses. Others are names of tables, columns and functions, and all count as one kind. */
const keywords = new Set(
  `all alter and any as asc begin between by case check column commit concurrently conflict constraint create cross
  current default delete desc distinct do drop else end exists explain false filter first following for foreign from
  full group having if in index inner insert interval into is join key last lateral left like limit locked materialized
  not nothing null nulls offset on only or order over partition preceding primary range recursive references returning
  right rollback row rows select set skip table then timestamptz to transaction true truncate unbounded union unique
  update using values view when where window with`.split(/\s+/),
);

/** Takes an SQL text apart, without case, layout, comments and names. Never fails. */
export function readSql(text: string): SqlPart[] {
  return [...text.matchAll(part)].flatMap(({ index, 0: found, groups = {} }) => {
    if (groups['space'] !== undefined) return [];
    return [{ kind: kindOf(found, groups), from: index, to: index + found.length }];
  });
}

function kindOf(found: string, groups: Record<string, string | undefined>): string {
  const word = groups['word']?.toLowerCase();
  if (word !== undefined) return keywords.has(word) ? `sql ${word}` : 'sql name';
  if (groups['quoted'] !== undefined) return 'sql name';
  for (const kind of ['string', 'parameter', 'number']) {
    if (groups[kind] !== undefined) return `sql ${kind}`;
  }
  return `sql ${found}`;
}

const opening =
  /^(?:\s|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:select|insert|update|delete|with|create|alter|begin|drop)\b/i;

/** Whether a text in a program is a statement for a database. */
export const looksLikeSql = (text: string): boolean => text.length > 12 && opening.test(text);
