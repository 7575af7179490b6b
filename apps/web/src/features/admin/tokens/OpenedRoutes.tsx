import type { ScopeRow } from '@assay/contracts/http';
import classes from './Tokens.module.css';

/** All that the chosen scopes open, as the policy table of the server says. */
export function OpenedRoutes({ scopes }: { scopes: readonly ScopeRow[] }) {
  const routes = scopes.flatMap((row) => row.routes);
  if (routes.length === 0) return null;
  return (
    <details>
      <summary>It opens {routes.length === 1 ? 'one route' : `${routes.length} routes`}</summary>
      <ul className={classes.routes}>
        {routes.map(({ method, path, summary }) => (
          <li key={`${method} ${path}`}>
            <code>
              {method} {path}
            </code>
            {summary}
          </li>
        ))}
      </ul>
    </details>
  );
}
