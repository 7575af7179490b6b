export { ChallengeVersion, JudgedChallenge } from './challengeVersion.ts';
export { ChallengeManifest, Criterion, Level, Port, Slug } from './manifest.ts';
