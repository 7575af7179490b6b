export {
  ExploreJob,
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  PracticeJob,
  PracticeReport,
  RejudgedJob,
  RejudgeJob,
  VerdictJob,
  VerifiedJob,
  VerifyJob,
} from './jobs.ts';
export { queueNames } from './queueNames.ts';
