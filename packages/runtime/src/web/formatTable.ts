/** What `console.table` prints. */
import drawTable from 'node:internal/cli_table';
import { inspect } from 'node:util';

const show = (value: unknown) =>
  inspect(value, { maxArrayLength: 3, breakLength: Infinity, depth: 0 });

/** A table of rows and columns by Node's own drawing; what has no rows is inspected. */
export function formatTable(data: unknown, columns?: string[]): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const keyed = data instanceof Map || data instanceof Set;
  const rows: [string, unknown][] = keyed
    ? [...(data instanceof Map ? data.values() : data)].map((value, index) => [
        String(index),
        value,
      ])
    : Object.entries(data);
  const cells = new Map<string, string[]>(columns?.map((name) => [name, []]));
  const values: string[] = [];
  let hasValues = false;
  for (const [index, [, row]] of rows.entries()) {
    if (typeof row !== 'object' || row === null) {
      values[index] = show(row);
      hasValues = true;
      continue;
    }
    for (const name of columns ?? Object.keys(row)) {
      const column = cells.get(name) ?? [];
      cells.set(name, column);
      if (Object.hasOwn(row, name)) column[index] = show((row as Record<string, unknown>)[name]);
    }
  }
  const head = [
    keyed ? '(iteration index)' : '(index)',
    ...cells.keys(),
    ...(hasValues ? ['Values'] : []),
  ];
  const filled = (column: string[]) => rows.map((_row, index) => column[index] ?? '');
  const body = [rows.map(([name]) => name), ...[...cells.values()].map(filled)];
  return drawTable(head, hasValues ? [...body, filled(values)] : body);
}
