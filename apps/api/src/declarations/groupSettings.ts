import { GroupQuestionId } from '@assay/contracts/http';
import { z } from 'zod';

/** What is asked unless an operator says otherwise: nothing that data protection law calls special. */
export const defaultGroupQuestions: readonly GroupQuestionId[] = ['gender', 'age'];

/** What an operator may set about declarations, as part of an environment. */
export const groupEnvironment = {
  ASSAY_GROUP_QUESTIONS: z
    .string()
    .default(defaultGroupQuestions.join(' '))
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(
      z.array(
        z.enum(GroupQuestionId.options, `must be some of ${GroupQuestionId.options.join(', ')}`),
      ),
    )
    .describe(
      'what candidates may say of themselves after handing in: some of `gender age ethnicity disability`, or nothing ([fairness](fairness.md))',
    ),
};
