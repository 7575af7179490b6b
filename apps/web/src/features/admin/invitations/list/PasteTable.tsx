import type { PastedRow } from '@assay/contracts/http';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import { SkeletonRows } from '#app/SkeletonRows.tsx';
import table from '#app/Table.module.css';
import { sourceNames } from '#features/admin/invitations/sources.ts';
import classes from './InviteListPage.module.css';

/** The rows of a list as they were read, each with what is wrong with it. */
export function PasteTable({ rows }: { rows: PastedRow[] | undefined }) {
  return (
    <ScrollRegion className={`${table.frame} ${classes.scroll}`} label="Rows of the list">
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            <th scope="col" className={table.end}>
              Row
            </th>
            <th scope="col">Name</th>
            <th scope="col">Email</th>
            <th scope="col">Source</th>
            <th scope="col">Check</th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined ? (
            <SkeletonRows columns={5} />
          ) : (
            rows.map(({ row, name, email, source, problems }) => (
              <tr key={row}>
                <td className={`${table.end} ${table.faint} numbers`}>{row}</td>
                <td>{name}</td>
                <td className={table.soft}>{email}</td>
                <td className={table.soft}>{source ? sourceNames[source] : '–'}</td>
                <td>
                  {problems.length === 0 ? (
                    <span className={classes.ready}>
                      <IconCircleCheck size={16} stroke={1.7} aria-hidden="true" />
                      Ready
                    </span>
                  ) : (
                    <ul className={classes.problems}>
                      {problems.map(({ field, message }) => (
                        <li key={`${field} ${message}`}>
                          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
                          {message}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
