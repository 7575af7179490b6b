type Wording = { title: string; answers: Record<string, string> };

/**
 * What candidates may say of themselves, each question with its possible answers. Not to answer is never one of them:
 * nothing is kept then. Without zod, which candidates' pages do not fetch.
 */
const groupQuestions = {
  gender: {
    title: 'Your gender',
    answers: { woman: 'Woman', man: 'Man', other: 'In another way' },
  },
  age: {
    title: 'Your age',
    answers: {
      under_30: 'Under 30',
      from_30: '30 to 39',
      from_40: '40 to 49',
      from_50: '50 or over',
    },
  },
  ethnicity: {
    title: 'Do you belong to an ethnic minority where you live?',
    answers: { minority: 'Yes', majority: 'No' },
  },
  disability: {
    title: 'Do you live with a disability or a lasting illness?',
    answers: { yes: 'Yes', no: 'No' },
  },
} as const satisfies Record<string, Wording>;

/** A question in words; its answers by what they are kept as. */
export const wordingOf = (question: keyof typeof groupQuestions): Wording =>
  groupQuestions[question];
