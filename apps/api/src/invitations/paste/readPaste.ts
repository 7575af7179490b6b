import {
  CandidateName,
  EmailAddress,
  maxInvitees,
  type PastedRow,
  type PastePreview,
  type RowProblem,
} from '@assay/contracts/http';
import Papa from 'papaparse';
import { type Columns, findColumns } from './findColumns.ts';
import { readSource } from './readSource.ts';

const delimiters = new Map<string, PastePreview['delimiter']>([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
]);

/**
 * Reads candidates out of what was copied from a spreadsheet or a CSV file, and says of each row what is wrong with
 * it. Cells may be quoted; commas, semicolons and tabs part them; empty rows count and are left out.
 */
export function readPaste(text: string): PastePreview {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd(), {
    delimitersToGuess: [...delimiters.keys()],
  });
  const all = parsed.data.map((cells) => cells.map((cell) => cell.trim()));
  const filled = all.flatMap((cells, index) =>
    cells.some((cell) => cell !== '') ? [{ cells, row: index + 1 }] : [],
  );
  const { columns, hasHeadings } = findColumns(filled.map(({ cells }) => cells));
  const [head] = filled;
  const used = new Set(Object.values(columns));
  const people = hasHeadings ? filled.slice(1) : filled;
  const broken = new Set(
    parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row + 1),
  );
  const rows = people
    .slice(0, maxInvitees)
    .map(({ cells, row }) => readRow({ cells, row }, columns, broken.has(row)));
  addDuplicates(rows);
  return {
    delimiter: delimiters.get(parsed.meta.delimiter) ?? 'comma',
    hasHeadings,
    unused: hasHeadings
      ? (head?.cells ?? []).filter((cell, index) => cell !== '' && !used.has(index))
      : [],
    rows,
    problems: describeWhole(people.length, columns, hasHeadings),
  };
}

function readRow(
  { cells, row }: { cells: string[]; row: number },
  columns: Columns,
  isBroken: boolean,
): PastedRow {
  const cell = (column: keyof Columns) => cells[columns[column] ?? -1] ?? '';
  const name = cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  const email = cell('email');
  const word = cell('source');
  const source = readSource(word);
  const problems: RowProblem[] = [];
  if (isBroken) {
    problems.push({
      field: 'row',
      message:
        'A quote in this row is never closed, so what follows was taken for its text. Remove it, or write two for one.',
    });
  } else {
    const named = CandidateName.safeParse(name);
    if (!named.success)
      problems.push({ field: 'name', message: named.error.issues[0]?.message ?? '' });
    if (!EmailAddress.safeParse(email).success)
      problems.push({ field: 'email', message: describeAddress(email) });
    if (word !== '' && source === undefined) {
      problems.push({
        field: 'source',
        message: `“${word.slice(0, 40)}” is no source. Write job board, referral, agency, community, own search or other, or leave it empty.`,
      });
    }
  }
  return {
    row,
    name: name.slice(0, 300),
    email: email.slice(0, 300),
    ...(source && { source }),
    problems,
  };
}

function describeAddress(email: string): string {
  if (email === '') return 'An email address is needed.';
  if (/\s/.test(email)) return 'An address has no blanks. Take them out.';
  if (!email.includes('@')) return 'This is not an email address: it has no @.';
  return 'This is not an email address. Check it for missing parts.';
}

function addDuplicates(rows: PastedRow[]): void {
  const first = new Map<string, number>();
  for (const { row, email, problems } of rows) {
    const address = email.toLowerCase();
    const earlier = first.get(address);
    if (address === '' || earlier === undefined) first.set(address, row);
    else {
      problems.push({
        field: 'email',
        message: `This address is in row ${earlier} already. Delete one of the two.`,
      });
    }
  }
}

function describeWhole(count: number, columns: Columns, hasHeadings: boolean): string[] {
  const problems: string[] = [];
  if (count > maxInvitees) {
    problems.push(
      `These are ${count} candidates; at most ${maxInvitees} can be invited at a time. The rows after that are left out.`,
    );
  }
  if (hasHeadings && columns.email === undefined)
    problems.push('No heading says where the email addresses are. Call that column Email.');
  if (hasHeadings && columns.name === undefined && columns.firstName === undefined)
    problems.push('No heading says where the names are. Call that column Name.');
  return problems;
}
