import type { InterviewPlan } from '@assay/contracts/live';
import type { RoleTerms } from '@assay/db';

/** What the demo's assessments are for. */
export const demoRole: RoleTerms & { id: string } = {
  id: '5e7a11ed-0000-4000-8000-000000000003',
  title: 'Backend engineer, fulfilment',
  organisation: 'Northwind Robotics',
  level: 'mid',
  skills: [
    { name: 'TypeScript', weight: 4, need: 'must' },
    { name: 'PostgreSQL', weight: 4, need: 'must' },
    { name: 'Idempotency', weight: 5, need: 'must' },
    { name: 'Express', weight: 2, need: 'nice' },
    { name: 'Query cost', weight: 2, need: 'nice' },
    { name: 'Kubernetes', weight: 1, need: 'nice' },
  ],
  sections: {
    intro:
      'Northwind Robotics makes small robots that carry parts through warehouses. Forty of us work on it, twelve in software.',
    overview:
      'You own services between the shops of our customers and the robots: orders come in, parts go out, and each is counted exactly once. You write them, run them, and are the first to look when one of them misbehaves.',
    project:
      'Fulfilment is six services in TypeScript on Express and PostgreSQL. They take 40 orders a second on a busy day, from partners whose systems retry, time out and send things twice.',
    culture:
      '- We read each other’s code before it runs, and write down why we decided\n- Four or five days a week, within two hours of Central European Time\n- 72,000 to 86,000 € a year, and the same for everybody at a level',
    qualifications:
      '- You have kept a service alive that others depended on\n- You write and speak English well enough to disagree in it',
  },
  description: null,
};

/** What live sessions that begin from the demo's assessment are planned like. */
export const demoInterview: InterviewPlan = {
  sections: [
    {
      title: 'Your solution',
      minutes: 15,
      questions: [
        'Walk us through a request, from the socket to the database and back.',
        'What would you do differently with another day?',
      ],
      signals: [
        'Names a weakness of their own work before being asked',
        'Says what a choice costs, not only what it gives',
      ],
      rubric: [],
    },
    {
      title: 'One change together',
      minutes: 30,
      questions: [
        'A partner sends each order twice, a second apart. What happens now, and what should?',
      ],
      signals: ['Writes down an example before code', 'Asks what the partner sees in between'],
      rubric: [
        {
          id: 'works-with-others',
          title: 'Works with others',
          anchors: {
            1: 'Works alone in company; hints pass by.',
            3: 'Says what they do, takes hints up when asked.',
            5: 'Thinks aloud, checks understanding, makes others better.',
          },
        },
      ],
    },
    {
      title: 'Your questions',
      minutes: 10,
      questions: ['What do you want to know of us?'],
      signals: [],
      rubric: [],
    },
  ],
};
