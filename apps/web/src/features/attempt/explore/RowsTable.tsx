import type { SqlAnswer } from '@assay/contracts/http';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import classes from './Explore.module.css';

/** Rows of a statement as a table; says how many there were when not all are shown. */
export function RowsTable({ result }: { result: NonNullable<SqlAnswer['result']> }) {
  const { columns, rows, count } = result;
  const said = count === 1 ? '1 row' : `${count} rows`;
  return (
    <>
      <p className={`${classes.statusLine} numbers`} role="status">
        {rows.length < count ? `${said}; the first ${rows.length} are shown` : said}
      </p>
      {rows.length === 0 ? null : (
        <ScrollRegion label="Table of rows" className={classes.wide}>
          <table className={classes.rows}>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // Rows may repeat and never move: their position is their identity.
                <tr key={index}>
                  {row.map((value, column) => (
                    <td key={columns[column]}>{value ?? <i>null</i>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  );
}
