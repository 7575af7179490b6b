import { z } from 'zod';
import { wordingOf } from './groupQuestions.ts';

export const GroupQuestionId = z
  .enum(['gender', 'age', 'ethnicity', 'disability'])
  .describe('What candidates may say of themselves, of what an installation asks.');
export type GroupQuestionId = z.infer<typeof GroupQuestionId>;

const isAnswer = (question: string, answer: string): boolean =>
  Object.hasOwn(wordingOf(GroupQuestionId.parse(question)).answers, answer);

export const GroupAnswers = z
  .partialRecord(GroupQuestionId, z.string().max(40))
  .refine(
    (answers) => Object.entries(answers).every(([question, answer]) => isAnswer(question, answer)),
    'Choose one of the answers.',
  )
  .describe('What somebody says of themselves: an answer for each question that they answer.');
export type GroupAnswers = z.infer<typeof GroupAnswers>;
