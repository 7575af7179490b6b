import { Skeleton } from '@mantine/core';
import table from './Table.module.css';

/** The rows of a table that are still being fetched. */
export function SkeletonRows({ count = 3, columns }: { count?: number; columns: number }) {
  return Array.from({ length: count }, (_, row) => (
    <tr key={row} className={table.skeleton}>
      <td colSpan={columns}>
        <Skeleton height={14} width={`${78 - row * 9}%`} />
      </td>
    </tr>
  ));
}
