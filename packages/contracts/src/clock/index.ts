export {
  allotMs,
  applyCredits,
  type Clock,
  type Credit,
  findDeadline,
  restMs,
  timePercents,
} from './deadline.ts';
export { CreditCause, describeCredit, describeSpan } from './describeCredit.ts';
export { type ClockSample, errorOf, estimateOffset } from './estimateOffset.ts';
export {
  beatMs,
  findFailedJudgement,
  findJudgeWait,
  findNodeGap,
  findOutage,
  patienceMs,
  reconnectMs,
  silenceMs,
} from './outages.ts';
export {
  countdownMs,
  findRemaining,
  findWarning,
  untilNextSecond,
  type WarnedMinutes,
} from './remaining.ts';
export { findGaps, joinSpans, type Span } from './span.ts';
