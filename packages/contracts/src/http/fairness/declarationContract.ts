import { oc } from '@orpc/contract';
import { z } from 'zod';
import { GroupAnswers, GroupQuestionId } from './groupAnswers.ts';

export const Declaration = z
  .object({
    questions: z.array(GroupQuestionId).describe('Empty where the installation asks nothing.'),
    answers: GroupAnswers,
    needed: z.int().describe('From how many people of a group on figures of it are shown.'),
  })
  .describe('What a candidate is asked, and what they have said.');
export type Declaration = z.infer<typeof Declaration>;

const attempt = z.object({ attemptId: z.uuid() });

/** What candidates say of themselves, if they like, once they have handed in. Nobody of staff sees it. */
export const declarationContract = {
  getDeclaration: oc
    .route({
      method: 'GET',
      path: '/attempts/{attemptId}/declaration',
      summary: 'What one may say of oneself, and has said',
    })
    .input(attempt)
    .output(Declaration),
  declare: oc
    .route({
      method: 'PUT',
      path: '/attempts/{attemptId}/declaration',
      summary: 'Say something of oneself, change it, or take it back by leaving it out',
    })
    .input(attempt.extend({ answers: GroupAnswers }))
    .output(Declaration)
    .errors({
      NOT_HANDED_IN: { status: 409, message: 'You are asked once you have handed in.' },
      NOT_ASKED: { status: 422, message: 'This is not asked here.' },
    }),
};
