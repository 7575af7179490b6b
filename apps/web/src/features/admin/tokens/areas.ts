import type { ScopeRow, TokenScope } from '@assay/contracts/http';

/** What the areas of scopes are called. */
const names: Record<string, string> = {
  candidates: 'Candidates',
  assessments: 'Roles and assessments',
  reviews: 'Reviews',
  challenges: 'Challenges',
  live: 'Live sessions',
  organisation: 'Organisation',
};

export type Area = { area: string; name: string; read?: ScopeRow; write?: ScopeRow };

/** Scopes as rows of a table: each area with what reads and what changes it. */
export function areasOf(scopes: readonly ScopeRow[]): Area[] {
  const areas = new Map<string, Area>();
  for (const row of scopes) {
    const [area = '', kind] = row.scope.split(':');
    const known = areas.get(area) ?? { area, name: names[area] ?? area };
    areas.set(area, { ...known, [kind === 'write' ? 'write' : 'read']: row });
  }
  return [...areas.values()];
}

/** Chosen scopes with one of them switched. */
export function switched(chosen: ReadonlySet<TokenScope>, scope: TokenScope): Set<TokenScope> {
  return chosen.has(scope)
    ? new Set([...chosen].filter((one) => one !== scope))
    : new Set([...chosen, scope]);
}
