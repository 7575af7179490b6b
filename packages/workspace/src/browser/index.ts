export type { DocumentProvider } from './DocumentProvider.ts';
export {
  LiveConnection,
  type LiveEntrance,
  type LiveKeeper,
  type LiveView,
} from './LiveConnection.ts';
export { LiveDocumentProvider } from './LiveDocumentProvider.ts';
export type { OfflineCopy } from './OfflineCopy.ts';
export type { SaveState } from './saveState.ts';
export { WorkspaceProvider, type WorkspaceSocket } from './WorkspaceProvider.ts';
