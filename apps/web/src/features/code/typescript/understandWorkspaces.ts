export { importsAfterRename } from './followRename.ts';
export { offerTypes } from './offerTypes.ts';
export { ProjectChecker } from './ProjectChecker.ts';
