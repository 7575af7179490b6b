/**
 * `npm run pictures` renews the pictures of the README and of the documents. `npm run pictures -- --all` looks at
 * everything instead: every page and its states, in two sizes, light and dark, into `.pictures/`, which git ignores;
 * the parts to see may be named (`-- --all lobby review`).
 */
import { join } from 'node:path';
import { startAssay } from '#e2e/assay.ts';
import { openBrowser } from '#e2e/browser.ts';
import { takeReadmePictures } from './takeReadmePictures.ts';
import { takeTour } from './takeTour.ts';

const root = join(import.meta.dirname, '..', '..');
const [flag, ...parts] = process.argv.slice(2);
const [assay, browser] = await Promise.all([startAssay('1'), openBrowser()]);
try {
  if (flag === '--all') await takeTour(assay, browser, join(root, '.pictures'), parts);
  else await takeReadmePictures(assay, browser, join(root, 'docs', 'images'));
} finally {
  await browser.close();
  await assay.stop();
}
