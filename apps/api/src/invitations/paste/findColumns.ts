/** What can be read from a list, and by which headings, in small letters without blanks and marks. */
const headings = {
  name: ['name', 'fullname', 'candidate', 'candidatename', 'person'],
  firstName: ['firstname', 'givenname', 'forename', 'first'],
  lastName: ['lastname', 'surname', 'familyname', 'last'],
  email: ['email', 'emailaddress', 'mail', 'candidateemail', 'address'],
  source: ['source', 'candidatesource', 'origin', 'channel', 'via', 'foundthrough'],
};
type Column = keyof typeof headings;

export type Columns = Partial<Record<Column, number>>;

/**
 * Which cell of a row holds what. A first row that names the address, or a name without holding an address, is one of
 * headings; otherwise columns are told apart by what stands in them, and come as name, address, source.
 */
export function findColumns(rows: string[][]): { columns: Columns; hasHeadings: boolean } {
  const [first = []] = rows;
  const named: Columns = {};
  for (const [index, cell] of first.entries()) {
    const plain = cell.toLowerCase().replace(/[^a-z]/g, '');
    const column = (Object.keys(headings) as Column[]).find((key) => headings[key].includes(plain));
    if (column !== undefined) named[column] ??= index;
  }
  const isHead = Object.keys(named).length > 0 && !first.some((cell) => cell.includes('@'));
  return isHead
    ? { columns: named, hasHeadings: true }
    : { columns: guessColumns(rows), hasHeadings: false };
}

function guessColumns(rows: string[][]): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const holdsAddresses = (index: number) => rows.filter((row) => row[index]?.includes('@')).length;
  const indices = [...Array(width).keys()];
  const email = indices.reduce(
    (best, index) => (holdsAddresses(index) > holdsAddresses(best) ? index : best),
    0,
  );
  const [name, source] = indices.filter((index) => index !== email);
  return {
    email: rows.some((row) => row.some((cell) => cell.includes('@'))) ? email : width > 1 ? 1 : 0,
    ...(name !== undefined && { name }),
    ...(source !== undefined && { source }),
  };
}
