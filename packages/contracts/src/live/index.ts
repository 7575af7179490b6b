export { Awareness, type AwarenessChange, Cursor, maxAwarenessLength } from './awareness.ts';
export { CriterionKey, NotesEntry, PlanEntry, maxNoteLength } from './interviewNotes.ts';
export { InterviewPlan, PlanSection, PreparedFiles, maxPreparedSets } from './interviewPlan.ts';
export {
  CallMedia,
  type CallJoined,
  type CallMember,
  CallSignal,
  CallTold,
  type IceServer,
  MeetingUrl,
  callRight,
  maxCallMembers,
  maxDescriptionLength,
} from './liveCall.ts';
export {
  ChatAsked,
  type ChatMessage,
  type ChatPage,
  type ChatRight,
  ChatSent,
  ChatText,
  chatPageSize,
  chatRight,
  maxChatBurst,
  maxChatLength,
  maxChatMessages,
} from './liveChat.ts';
export {
  type DocumentRight,
  LiveDocument,
  documentRight,
  maxBoardElements,
  maxElementLength,
  maxElementsLength,
  sharedDocuments,
} from './liveDocument.ts';
export {
  LiveAwareness,
  type LiveClientEvents,
  LiveJoin,
  type LiveJoined,
  LiveOpen,
  type LiveOpened,
  type LiveRefusal,
  type LiveServerEvents,
  LiveUpdate,
  WireBytes,
  maxTextUpdateBytes,
} from './liveEvents.ts';
export { type ReplayRight, replayPageSize, replayRight } from './liveReplay.ts';
export {
  type LiveOffers,
  LiveRun,
  LiveRunAsked,
  LiveRunAudience,
  type LiveRunPage,
  type LiveRunProgress,
  type LiveRunRight,
  LiveRunState,
  LiveRunsAsked,
  LiveStep,
  LiveTest,
  LiveVerdict,
  liveRunAudience,
  liveRunPageSize,
  liveRunRight,
  maxLiveRuns,
  maySeeRun,
} from './liveRun.ts';
export {
  Focus,
  FocusMinutes,
  LiveRole,
  LiveState,
  LiveStatus,
  PersonName,
  type RosterEntry,
  maxFocusMinutes,
  personColours,
} from './liveSession.ts';
