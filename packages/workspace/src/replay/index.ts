export { Recording } from './Recording.ts';
export { type ReplaySpeed, Timeline, replaySpeeds } from './Timeline.ts';
