export type { Block, CriterionBlock, TableBlock } from './blocks.ts';
export { type Cell, csvLine } from './csvLine.ts';
export type { Shape, ShapeTone, TimelinePicture } from './drawTimeline.ts';
export { describeWeighed, weighingFormula } from './describeWeighed.ts';
export { formatMoment, formatMs, formatScore, formatSpread } from './formats.ts';
export { layOutReport } from './layOutReport.ts';
export { maxCompared } from './maxCompared.ts';
export {
  needNames,
  outcomeNames,
  recommendationNames,
  stageNames,
  stateNames,
  testStatusNames,
} from './words.ts';
