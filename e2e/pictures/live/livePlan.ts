/** What the interviewers of the tour mean to ask, and have set aside. */
export const plan = {
  sections: [
    { title: 'Warm-up', minutes: 5, questions: ['What did you work on last?'] },
    {
      title: 'A retry that is safe',
      minutes: 30,
      questions: ['What does the second request answer?', 'Where does the number live?'],
      signals: ['Asks what a client sees', 'Speaks of time-outs before being asked'],
      rubric: [
        {
          id: 'not-knowing',
          title: 'Not knowing whether it happened',
          anchors: {
            1: 'Treats a time-out as a failure.',
            3: 'Asks again with the same number.',
            5: 'Says what stays unknown, and to whom.',
          },
        },
      ],
    },
    { title: 'Your questions', minutes: 10 },
  ],
};

export const prepared = [
  {
    id: crypto.randomUUID(),
    title: 'Follow-up: bursts',
    files: { 'src/burst.ts': 'export const burst = 5;\n' },
  },
  {
    id: crypto.randomUUID(),
    title: 'Incident: the queue is full',
    files: {
      'incident.md': '# 14:02 The queue is full\n\nNobody has deployed since yesterday.\n',
      'tests/incident.test.ts': "it('takes no more than it can', () => {});\n",
    },
  },
];
