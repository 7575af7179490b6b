import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { SkeletonRows } from './SkeletonRows.tsx';
import table from './Table.module.css';

/** `tight` breaks no lines, `end` stands at the right with its title, `numbers` have digits of one width. */
type Look = 'soft' | 'tight' | 'end' | 'numbers';

export type Column<Row> = {
  title: string;
  /** The title is read aloud and not shown, as that of actions. */
  isTitleHidden?: boolean;
  look?: readonly Look[];
  /** A class for what its cells have of their own. */
  className?: string | undefined;
  cell: (row: Row) => ReactNode;
};

/** A table of the staff's side in its frame; without rows, its outline while they are fetched. */
export function StaffTable<Row>({
  columns,
  rows,
  keyOf,
  outline = 3,
}: {
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  keyOf: (row: Row) => string;
  /** How many rows the outline has. */
  outline?: number;
}) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            {columns.map(({ title, isTitleHidden, look }) => (
              <th key={title} scope="col" className={look?.includes('end') ? table.end : undefined}>
                {isTitleHidden ? <VisuallyHidden>{title}</VisuallyHidden> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === undefined ? (
            <SkeletonRows count={outline} columns={columns.length} />
          ) : (
            rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ title, look, className, cell }) => (
                  <td key={title} className={classOf(look, className)}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </div>
  );
}

function classOf(look: readonly Look[] = [], own?: string): string | undefined {
  const names = look.map((one) => (one === 'numbers' ? 'numbers' : table[one]));
  return [...names, own].filter(Boolean).join(' ') || undefined;
}
