import { expect, it } from '@jest/globals';
import { updatePages } from './updatePages.ts';

it('has a page for each module, with what the module really exports', async () => {
  // Mend them by: npm run -s bench -- runtimeDocs
  expect(await updatePages({ write: false })).toEqual([]);
}, 120_000);
