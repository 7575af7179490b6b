export { ProfileUnavailable } from './confinement/ProfileUnavailable.ts';
export { judgeOptions, RunnerSettings } from './judge/runnerSettings.ts';
export { createJudge, type JudgeOptions } from './judge/createJudge.ts';
export type {
  AuthorJudge,
  ExploreRequest,
  Judge,
  JudgeLoad,
  JudgePhase,
  JudgeRequest,
} from './judge/Judge.ts';
export { findBrokenTests } from './judge/toVerdict.ts';
export type { MutantRequest, MutantResult, MutantResults } from './judge/tryMutants.ts';
