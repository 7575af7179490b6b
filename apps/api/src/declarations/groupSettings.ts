import { GroupQuestionId } from '@assay/contracts/http';
import { z } from 'zod';

/** What is asked unless an operator says otherwise: nothing that data protection law calls special. */
export const defaultGroupQuestions: readonly GroupQuestionId[] = ['gender', 'age'];

/** What an operator may set about declarations, as part of an environment. */
export const groupEnvironment = {
  /** What candidates may say of themselves once they have handed in, separated by spaces; empty to ask nothing. */
  ASSAY_GROUP_QUESTIONS: z
    .string()
    .default(defaultGroupQuestions.join(' '))
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(
      z.array(
        z.enum(GroupQuestionId.options, `must be some of ${GroupQuestionId.options.join(', ')}`),
      ),
    ),
};
