export { ExploreJob, ExploreReport, JudgeJob, JudgeProgress, VerdictJob } from './jobs.ts';
export { queueNames } from './queueNames.ts';
