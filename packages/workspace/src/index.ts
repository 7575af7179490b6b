export type { DocumentShape } from '#document/checked.ts';
export { boardShape, notesShape } from '#document/elementsShape.ts';
export type { UpdateTerms } from '#document/guardedDocument.ts';
export { readEntries } from '#document/readEntries.ts';
export { toLf } from '#document/toLf.ts';
export {
  createWorkspace,
  encodeWorkspace,
  filesKey,
  filesOf,
  readFiles,
  readLog,
  readLogWhile,
  replaceFiles,
} from '#document/workspaceDocument.ts';
export { type LogStep, type TextChange, describeLog } from '#document/describeLog.ts';
export {
  type AppendRefusal,
  type LogEntry,
  type LoggedUpdate,
  type Snapshot,
  type WorkspaceLog,
} from '#room/workspaceLog.ts';
export {
  type OpenResult,
  type ReplaceResult,
  type UpdateResult,
  maxLogBytes,
} from '#room/workspaceRoom.ts';
export {
  type RoomLimits,
  type WorkspaceStorage,
  WorkspaceRooms,
  defaultRoomLimits,
} from '#room/workspaceRooms.ts';
