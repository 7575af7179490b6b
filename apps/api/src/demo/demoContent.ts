import { demoInterview, demoRole } from './demoRole.ts';

/** The challenges of the demo, in order; those that this installation lacks are left out. */
export const demoChallenges = ['sliding-window-rate-limiter', 'orders-api', 'customer-report'];

/** Fixed, so that every start finds what an earlier one made. */
export const demoAssessment = {
  id: '5e7a11ed-0000-4000-8000-000000000001',
  roleId: demoRole.id,
  title: 'Backend engineer',
  organisation: 'Northwind Robotics',
  minutes: 180,
  aiAssistants: 'not_allowed' as const,
  documentation: 'allowed' as const,
  rules: [
    'Use the language and packages that the starter gives you.',
    'Work alone: no other person helps you.',
  ],
  recorded: ['Nothing from outside this page: no camera, no microphone, no screen.'],
  retentionDays: 180,
  feedback: { behaviours: true, comments: true, writeUp: true },
  interview: demoInterview,
};

/** A second template, to invite people to: every challenge has a clock of its own, and assistants are allowed. */
export const demoShortTasks = {
  challenges: ['circuit-breaker', 'webhook-receiver'],
  assessment: {
    id: '5e7a11ed-0000-4000-8000-000000000002',
    roleId: demoRole.id,
    title: 'Backend engineer, two short tasks',
    organisation: demoAssessment.organisation,
    minutes: 75,
    challengeMinutes: [40, 35],
    aiAssistants: 'allowed' as const,
    documentation: 'allowed' as const,
    rules: ['Be ready to explain every line that you hand in.'],
    recorded: demoAssessment.recorded,
    retentionDays: demoAssessment.retentionDays,
    feedback: demoAssessment.feedback,
  },
};

export const demoMembers = {
  admin: { name: 'Ada Brandt', email: 'admin@demo.example', role: 'admin' },
  reviewer: { name: 'Rahel Moser', email: 'reviewer@demo.example', role: 'reviewer' },
  interviewer: { name: 'Ivo Petrov', email: 'interviewer@demo.example', role: 'interviewer' },
} as const;

export const demoCandidate = { candidateName: 'Noor Haddad', candidateEmail: 'noor@demo.example' };
