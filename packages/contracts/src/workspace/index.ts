export { FilePath, findPathProblem } from './filePath.ts';
export {
  Files,
  type FilesProblem,
  findFilesProblem,
  maxFileCount,
  maxFileLength,
  maxWorkspaceLength,
} from './files.ts';
