import type { AttemptState } from '@assay/contracts/http';

const known = new Map<string, AttemptState>([
  ['invited', 'invited'],
  ['running', 'running'],
  ['finished', 'finished'],
  ['graded', 'graded'],
  ['withdrawn', 'withdrawn'],
]);

/** The state that the address bar asks for; what it does not know shows all. */
export function stateOf(search: URLSearchParams): AttemptState | undefined {
  return known.get(search.get('state') ?? '');
}
