import type { AuthorRow } from '@assay/contracts/http';

/** How the tests of a challenge reach a solution, for people. */
export const portNames: Record<AuthorRow['port'], string> = { http: 'HTTP', module: 'Module' };
