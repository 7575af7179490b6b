export { type Api, type ApiOptions, type LoadedChallenge, createApi } from './createApi.ts';
export type { DemoLinks } from '#demo/seedDemo.ts';
export {
  callEnvironment,
  readCallSettings,
  turnHasSecret,
  turnNeedsSecret,
} from '#live/call/callSettings.ts';
export { groupEnvironment } from '#declarations/groupSettings.ts';
export { readKnownSolutions } from '#similarity/knownSolutions.ts';
export {
  creatingIsBounded,
  creatingNeedsBounds,
  providerIsComplete,
  providerNeedsClient,
  readSignOnSettings,
  signOnEnvironment,
} from '#signOn/signOnSettings.ts';
export { readWebhookSettings, webhookEnvironment } from '#webhooks/webhookSettings.ts';
export {
  mailEnvironment,
  mailNeedsSender,
  readMailSettings,
  senderIsKnown,
} from '#mail/mailSettings.ts';
export { PlayedClock } from '#demo/record/PlayedClock.ts';
export {
  readRecording,
  type Recording,
  recordingFile,
  writeRecording,
} from '#demo/recording/recording.ts';
