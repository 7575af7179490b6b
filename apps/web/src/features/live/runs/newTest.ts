import type { LiveOffers } from '@assay/contracts/live';

/** The first free name for a test that is added on the spot. */
export function newTestPath(paths: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const path = `tests/spot-${number}.test.ts`;
    if (!paths.includes(path)) return path;
  }
}

/** What it starts as: a test that runs, to be changed into the one that is meant. */
export function newTestText({ http }: Pick<LiveOffers, 'http'>): string {
  return http
    ? `// Runs whenever the tests do, for all to see.
import { api } from 'world';

it('answers', async () => {
  const response = await api.get('/');
  expect(response.status).toBe(200);
});
`
    : `// Runs whenever the tests do, for all to see.
import * as solution from 'solution';

it('does what we agreed on', () => {
  expect(solution).toBeDefined();
});
`;
}
