export {
  ExploreJob,
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  LiveRunJob,
  LiveRunProgress,
  LiveRunResult,
  MailJob,
  PracticeJob,
  PracticeReport,
  RejudgedJob,
  RejudgeJob,
  VerdictJob,
  VerifiedJob,
  VerifyJob,
  WebhookJob,
} from './jobs.ts';
export { queueNames } from './queueNames.ts';
