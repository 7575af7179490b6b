export {
  type ClientToServerEvents,
  type ServerToClientEvents,
  WorkspaceOpen,
  type WorkspaceReply,
  WorkspaceUpdate,
  maxUpdateBytes,
} from './events.ts';
