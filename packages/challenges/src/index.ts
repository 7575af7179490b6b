export type { Challenge, WrongSolution } from './Challenge.ts';
export { ChallengeError, type ChallengeProblem } from './ChallengeError.ts';
export { loadChallenge } from './folder/loadChallenge.ts';
export { loadChallenges } from './folder/loadChallenges.ts';
export { readSolution } from './folder/readSolution.ts';
export { verifyChallenge } from './verify/verifyChallenge.ts';
export type { VerifyCheck, VerifyReport, VerifyRow } from './verify/VerifyReport.ts';
