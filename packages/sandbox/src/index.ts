export { ProfileUnavailable } from './confinement/ProfileUnavailable.ts';
export { ProfileSettings, wantedProfile } from './confinement/profileSetting.ts';
export { createJudge, type JudgeOptions } from './judge/createJudge.ts';
export type { Judge, JudgeRequest } from './judge/Judge.ts';
