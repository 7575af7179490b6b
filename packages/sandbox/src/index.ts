export { createJudge, type JudgeOptions } from './judge/createJudge.ts';
export type { Judge, JudgeRequest } from './judge/Judge.ts';
