export { blankChallenge, blankEntries } from './blankChallenge.ts';
export { ChallengeProblem } from './challengeProblem.ts';
export { ChallengeVersion, JudgedChallenge, languageChoices, worksIn } from './challengeVersion.ts';
export { entryIn, Language, LanguageChoice, languageFacts, languageOf } from './language.ts';
export { ChallengeManifest, Criterion, Level, Port, Slug } from './manifest.ts';
export {
  MutationScore,
  VerifyCheck,
  VerifyProgress,
  VerifyReport,
  VerifyRow,
  VerifyStep,
} from './verification.ts';
