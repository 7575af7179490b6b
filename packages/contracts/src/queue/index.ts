export {
  ExploreJob,
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  RejudgedJob,
  RejudgeJob,
  VerdictJob,
} from './jobs.ts';
export { queueNames } from './queueNames.ts';
