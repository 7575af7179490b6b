import {
  type AssessmentDraft,
  defaultFeedbackPolicy,
  defaultReviewRule,
} from '@assay/contracts/http';

/** What a new assessment says until somebody decides. */
export const blankAssessment: AssessmentDraft = {
  title: '',
  organisation: '',
  clockMode: 'total',
  minutes: 60,
  policies: { aiAssistants: 'not_allowed', documentation: 'allowed', paste: 'allowed' },
  rules: [],
  recorded: [],
  feedback: defaultFeedbackPolicy,
  review: defaultReviewRule,
  retentionDays: 180,
  interview: { sections: [] },
  challenges: [],
};
