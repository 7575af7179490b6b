import { type AttemptRecord, wordingOf } from '@assay/contracts/http';
import { type Database, listDeclarations } from '@assay/db';

/** What somebody said of themselves, in the words in which they were asked. */
export async function loadDeclared(db: Database, key: string): Promise<AttemptRecord['declared']> {
  return (await listDeclarations(db, key)).map(({ question, answer, month }) => {
    const { title, answers } = wordingOf(question);
    return { question: title, answer: answers[answer] ?? answer, month };
  });
}
