import {
  DatabaseTooNew,
  DatabaseTooOld,
  DatabaseUnreachable,
  DataFolderProblem,
  MoveProblem,
} from '@assay/db';
import { InstallationProblem } from './InstallationProblem.ts';

const expected = [
  DatabaseTooNew,
  DatabaseTooOld,
  DatabaseUnreachable,
  DataFolderProblem,
  MoveProblem,
];

/** Has what people can mend themselves said to them in one line, as an `InstallationProblem`. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && expected.some((kind) => error instanceof kind))
      throw new InstallationProblem(error.message, { cause: error });
    throw error;
  }
}
