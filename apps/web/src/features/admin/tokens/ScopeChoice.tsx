import type { ScopeRow, TokenScope } from '@assay/contracts/http';
import { Checkbox } from '@mantine/core';
import { areasOf, switched } from './areas.ts';
import classes from './Tokens.module.css';

/** The areas of the API with a box each for reading and changing. */
export function ScopeChoice({
  scopes,
  chosen,
  onChange,
}: {
  scopes: readonly ScopeRow[];
  chosen: ReadonlySet<TokenScope>;
  onChange: (chosen: ReadonlySet<TokenScope>) => void;
}) {
  const box = (name: string, kind: string, row: ScopeRow | undefined) =>
    row === undefined ? null : (
      <Checkbox
        aria-label={`${name}: ${kind}`}
        checked={chosen.has(row.scope)}
        onChange={() => onChange(switched(chosen, row.scope))}
      />
    );
  return (
    <table className={classes.choices}>
      <thead>
        <tr>
          <th scope="col">What it is for</th>
          <th scope="col">Read</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {areasOf(scopes).map(({ area, name, read, write }) => (
          <tr key={area}>
            <th scope="row">
              {name}
              <span className={classes.says}>
                {(chosen.has(write?.scope ?? 'live:write') ? write : read)?.says}
              </span>
            </th>
            <td>{box(name, 'read', read)}</td>
            <td>{box(name, 'change', write)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
