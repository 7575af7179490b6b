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
  silenceMs,
} from './outages.ts';
export {
  countdownMs,
  findRemaining,
  findWarning,
  untilNextSecond,
  type WarnedMinutes,
} from './remaining.ts';
export { joinSpans, type Span } from './span.ts';
