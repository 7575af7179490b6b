import type { LinkedFiles, Place } from './linkPlaces.ts';

/** Where a wrong solution goes wrong: the first line of it that is not as in the reference. */
export function findWrong(files: LinkedFiles, name: string): Place | undefined {
  const folder = `wrong/${name}/`;
  const file = files.paths.find((path) => path.startsWith(folder));
  if (file === undefined) return undefined;
  const right = files.textOf(`solution/${file.slice(folder.length)}`).split('\n');
  const wrong = files.textOf(file).split('\n');
  const different = wrong.findIndex((text, line) => text !== right[line]);
  return { file, line: Math.max(different, 0) + 1 };
}
