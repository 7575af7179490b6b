export { FilePath, findPathProblem, quotePath } from './filePath.ts';
export {
  Files,
  type FilesProblem,
  findFilesProblem,
  maxFileCount,
  maxFileLength,
  maxWorkspaceLength,
} from './files.ts';
export { isTestFile } from './testFile.ts';
