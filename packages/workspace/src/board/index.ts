export { BoardBinding, type BoardScene, type SceneElement } from './BoardBinding.ts';
export { boardOf, readBoard } from './boardDocument.ts';
export type { BoardElement } from './boardElement.ts';
export { describeBoard } from './describeBoard.ts';
export { isNewer } from './isNewer.ts';
export type { BoardRefusal } from './shareElement.ts';
