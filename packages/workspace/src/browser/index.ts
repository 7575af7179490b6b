export { keepOfflineCopy, type OfflineCopy } from './keepOfflineCopy.ts';
export type { SaveState } from './saveState.ts';
export { WorkspaceProvider, type WorkspaceSocket } from './WorkspaceProvider.ts';
