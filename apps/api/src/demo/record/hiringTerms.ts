import { AssessmentDraft, RoleDraft } from '@assay/contracts/http';
import { demoInterview } from '#demo/demoRole.ts';
import { demoAssessment } from '#demo/demoContent.ts';

const { organisation } = demoAssessment;

/** The roles that are recorded, beside the demo's own. */
export const recordedRoles = {
  platform: RoleDraft.parse({
    title: 'Platform engineer, traffic',
    organisation,
    level: 'senior',
    skills: [
      { name: 'TypeScript', weight: 4, need: 'must' },
      { name: 'Rate limiting', weight: 5, need: 'must' },
      { name: 'Resilience', weight: 5, need: 'must' },
      { name: 'Concurrency', weight: 3, need: 'nice' },
      { name: 'HTTP semantics', weight: 2, need: 'nice' },
    ],
    sections: {
      intro:
        'Every robot, shop and partner talks to us through one gateway. You keep it standing on the busiest morning of the year.',
      overview:
        'You own limits, retries and back-pressure: what is let through, what waits, and what a client is told when it has to come back later.',
      project:
        'A gateway in TypeScript in front of eleven services, some 900 requests a second, three people on call in turns.',
      culture:
        '- A week on call in six, and the day after it off\n- Post-mortems without a culprit\n- 84,000 to 98,000 € a year',
      qualifications:
        '- You have mended something at night that others broke by day\n- You can explain a queue to somebody who has never seen one',
    },
  }),
  accounts: RoleDraft.parse({
    title: 'Backend engineer, accounts',
    organisation,
    level: 'mid',
    skills: [
      { name: 'TypeScript', weight: 4, need: 'must' },
      { name: 'Caching', weight: 3, need: 'must' },
      { name: 'Security', weight: 5, need: 'must' },
      { name: 'Concurrency', weight: 2, need: 'nice' },
    ],
    sections: {
      intro: 'Two thousand people in warehouses sign in to our tablets each shift.',
      overview:
        'You own sessions, permissions and what is remembered of them: who is signed in where, for how long, and how it ends.',
      project: 'One service, four clients, an audit every spring that we mean to enjoy.',
      culture: '- Pairs for whatever touches a password\n- 72,000 to 86,000 € a year',
      qualifications: '- You have read an incident report that was about your own code',
    },
  }),
  junior: RoleDraft.parse({
    title: 'Junior backend engineer',
    organisation,
    level: 'junior',
    skills: [
      { name: 'TypeScript', weight: 4, need: 'must' },
      { name: 'Debugging', weight: 5, need: 'must' },
      { name: 'Express', weight: 3, need: 'nice' },
    ],
    sections: {
      intro: 'Your first or second job, with somebody beside you who remembers theirs.',
      overview:
        'In your first year you mend faults all over the house, and take over one small service.',
      project: 'Whatever the week brings, and half a day of it for what you want to learn.',
      culture: '- A mentor who has time\n- 52,000 € a year for everybody',
      qualifications: '- You finish what you begin, and ask before you are lost',
    },
  }),
};

const common = {
  organisation,
  clockMode: 'total' as const,
  policies: { aiAssistants: 'not_allowed', documentation: 'allowed', paste: 'allowed' },
  rules: ['Work alone: no other person helps you.'],
  recorded: demoAssessment.recorded,
  feedback: { behaviours: true, comments: true, writeUp: false },
  review: { reviewers: 2, furtherAt: 2 },
  retentionDays: 180,
  interview: demoInterview,
};

/** The assessments that are recorded, beside the demo's own. */
export const recordedAssessments = {
  platform: {
    role: 'platform',
    draft: {
      ...common,
      title: 'Platform engineer, traffic',
      minutes: 110,
      challenges: [{ slug: 'sliding-window-rate-limiter' }, { slug: 'circuit-breaker' }],
    },
  },
  accounts: {
    role: 'accounts',
    draft: {
      ...common,
      title: 'Backend engineer, accounts',
      minutes: 120,
      challenges: [{ slug: 'session-store' }, { slug: 'cache-stampede' }],
    },
  },
  junior: {
    role: 'junior',
    draft: {
      ...common,
      title: 'Junior backend engineer',
      minutes: 120,
      policies: { ...common.policies, aiAssistants: 'allowed' },
      rules: ['Be ready to explain every line that you hand in.'],
      challenges: [{ slug: 'order-service-bug-hunt' }, { slug: 'token-bucket-gateway' }],
    },
  },
  alarms: {
    role: undefined,
    draft: {
      ...common,
      title: 'Alarms, page by page',
      minutes: 75,
      review: { reviewers: 1, furtherAt: 2 },
      challenges: [{ slug: 'keyset-pagination' }],
    },
  },
} as const;
export type RecordedAssessment = keyof typeof recordedAssessments;

/** What the routes take of an assessment. */
export const assessmentDraft = (key: RecordedAssessment, roleId: string | undefined) =>
  AssessmentDraft.parse({
    ...recordedAssessments[key].draft,
    ...(roleId !== undefined && { roleId }),
  });

/** Members beside those who sign in by the demo's links. */
export const recordedMembers = {
  kwame: { name: 'Kwame Adjei', email: 'kwame@demo.example', role: 'reviewer' },
  mei: { name: 'Mei Tanaka', email: 'mei@demo.example', role: 'reviewer' },
  lucia: { name: 'Lucía Fuentes', email: 'lucia@demo.example', role: 'interviewer' },
} as const;
