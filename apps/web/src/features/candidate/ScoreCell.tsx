import { formatScore } from '@assay/contracts/report';
import table from '#app/Table.module.css';

/** A figure of 5 in a table, or that there is none. */
export function ScoreCell({ value }: { value: number | undefined }) {
  return (
    <td className={`${table.end} numbers`}>
      {value === undefined ? <span className={table.faint}>–</span> : <b>{formatScore(value)}</b>}
    </td>
  );
}
