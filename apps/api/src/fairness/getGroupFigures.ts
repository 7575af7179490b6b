import { type GroupFigures, type GroupQuestionId, wordingOf } from '@assay/contracts/http';
import { listAllDeclarations, listDecidedAttempts } from '@assay/db';
import type { Services } from '#services.ts';
import { declarationKey } from '#declarations/declarationKey.ts';
import { asStaff, routes } from '#http/routes.ts';
import { compareGroups, type Declared, takeSteps } from './compareGroups.ts';

/** How many more people have to be there before any figure of a question changes. */
const step = 5;

export const getGroupFiguresRoute = routes.fairness.getGroupFigures
  .use(asStaff)
  .handler(async ({ context: { services } }): Promise<GroupFigures> => {
    const declared = await listDeclared(services);
    return {
      step,
      questions: services.groupQuestions.map((question) => ({
        question,
        groups: compareGroups(
          Object.keys(wordingOf(question).answers),
          takeSteps(declared.get(question) ?? [], step),
        ),
      })),
    };
  });

/** What people said about whom it was decided, by question. Only here, and only in memory, do the two meet. */
async function listDeclared(services: Services): Promise<Map<GroupQuestionId, Declared[]>> {
  const { db, secret } = services;
  const said = Map.groupBy(
    await listAllDeclarations(db, [...services.groupQuestions]),
    ({ key }) => key,
  );
  const declared = new Map<GroupQuestionId, Declared[]>();
  for (const { attemptId, isSelected, at } of await listDecidedAttempts(db)) {
    const key = declarationKey(secret, attemptId);
    for (const { question, answer, month } of said.get(key) ?? []) {
      const since = [month, at.toISOString()].toSorted().at(-1) ?? month;
      const rows = declared.get(question) ?? [];
      rows.push({ key, answer, isSelected, since });
      declared.set(question, rows);
    }
  }
  return declared;
}
