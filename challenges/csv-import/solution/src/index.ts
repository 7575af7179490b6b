export type { Import, LineError, Report } from './contract.ts';
export { createImport } from './createImport.ts';
