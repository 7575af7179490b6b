import { type ScopeRow, type StaffRole, TokenScope, tokenScopes } from '@assay/contracts/http';
import { listContractRoutes } from '#http/contractRoutes.ts';
import { isStaffRoute, policies, tokenPolicies } from '#http/policies.ts';

/** The scopes that open something to a role, each with all that it opens, as the policy table says. */
export function scopesOf(role: StaffRole): ScopeRow[] {
  return TokenScope.options
    .map((scope) => ({
      scope,
      says: tokenScopes[scope],
      routes: listContractRoutes()
        .filter(
          ({ name }) =>
            isStaffRoute(name) && tokenPolicies[name] === scope && policies[name].includes(role),
        )
        .map(({ method, path, summary }) => ({ method, path, summary })),
    }))
    .filter(({ routes }) => routes.length > 0);
}
