export { type CodeChange, CodeHistory, findCursor } from './CodeHistory.ts';
export { Recording } from './Recording.ts';
export { type ReplaySpeed, Timeline, replaySpeeds } from './Timeline.ts';
export { countUntil, findNext, findPrevious, latestUntil } from './moments.ts';
export { countActivity } from './countActivity.ts';
export { describeWork, type Work, type WorkMark } from './describeWork.ts';
export { isPerson } from './isPerson.ts';
