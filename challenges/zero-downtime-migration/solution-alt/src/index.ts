/**
 * Another style: no code in the database. As long as `total` is there, a second text says which `total` the new
 * columns were made from. Where the two texts differ, an old version has written since, and `total` counts.
 */
export { backfill, contract, expand, revert } from './steps.ts';
export { final, transition } from './stores.ts';
