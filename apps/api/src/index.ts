export { type Api, type ApiOptions, type LoadedChallenge, createApi } from './createApi.ts';
export type { DemoLinks } from '#demo/seedDemo.ts';
export {
  callEnvironment,
  readCallSettings,
  turnHasSecret,
  turnNeedsSecret,
} from '#live/call/callSettings.ts';
