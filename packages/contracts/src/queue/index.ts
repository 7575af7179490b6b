export {
  ExploreJob,
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  RejudgedJob,
  RejudgeJob,
  VerdictJob,
  VerifiedJob,
  VerifyJob,
} from './jobs.ts';
export { queueNames } from './queueNames.ts';
