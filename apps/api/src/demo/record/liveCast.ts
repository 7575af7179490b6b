import type { LivePart } from './playLive.ts';

/** Live sessions that are recorded, each from the work of somebody in the cast. */
export const liveCast: LivePart[] = [
  {
    title: 'Circuit breaker, together',
    daysAgo: 27,
    hour: 14,
    challenge: 'circuit-breaker',
    candidate: 'Amara Okonjo',
    leads: ['interviewer', 'lucia'],
    steps: [
      { who: 'interviewer', says: 'Hello Amara, hello Lucía. Take us through a request first?' },
      {
        who: 'candidate',
        says: 'Gladly. rate asks retrying, retrying asks the gate, the gate gives a pass or nothing.',
      },
      { who: 'lucia', says: 'What happens to a caller who pauses when the breaker opens?' },
      { who: 'candidate', says: 'It ends its pause for nothing. I saw that on the train home.' },
      { who: 'candidate', runs: 'public' },
      {
        who: 'candidate',
        file: 'src/retrying.ts',
        minutes: 9,
        changes: (code) =>
          code.replace(
            '    await pause(Math.random() * longest);',
            "    // Nobody waits for what can no longer help.\n    if (gate.state() !== 'closed') return undefined;\n    await pause(Math.random() * longest);",
          ),
      },
      { who: 'candidate', runs: 'public' },
      { who: 'interviewer', says: 'And if the address has a path of its own, such as /fx?' },
      {
        who: 'candidate',
        file: 'src/fetchRate.ts',
        minutes: 6,
        changes: (code) =>
          code.replace(
            'const address = new URL(`/v1/rates/${encodeURIComponent(currency)}`, url);',
            'const address = `${url}/v1/rates/${encodeURIComponent(currency)}`;',
          ),
      },
      { who: 'interviewer', runs: 'hidden' },
      { who: 'lucia', says: 'Thank you. Your questions?' },
      {
        who: 'candidate',
        says: 'Who is on call in the first week, and what do they wish they had known?',
      },
    ],
    levels: {
      interviewer: {
        level: 4.8,
        summary: 'Found the weakness before we asked, and mended it in two lines.',
        notes: [
          'Named the pause that helps nobody before we came to it.',
          'Says what each choice costs.',
          'Wrote the example down before the code.',
        ],
      },
      lucia: {
        level: 4.4,
        summary: 'A pleasure to work with; listens, and disagrees where it matters.',
        notes: [
          'Asked what the partner sees meanwhile.',
          'Changed one thing at a time and ran the tests after each.',
          'Thinks aloud; we could follow every step.',
        ],
      },
    },
  },
  {
    title: 'Sliding window, together',
    daysAgo: 18,
    hour: 9.5,
    challenge: 'sliding-window-rate-limiter',
    candidate: 'Jonas Lindqvist',
    leads: ['interviewer', 'lucia'],
    steps: [
      { who: 'interviewer', says: 'Good morning Jonas. What would you change with another day?' },
      {
        who: 'candidate',
        says: 'inside copies the list on every call. With a limit of 10,000 that hurts.',
      },
      { who: 'candidate', runs: 'public' },
      {
        who: 'candidate',
        file: 'src/limiter.ts',
        minutes: 14,
        changes: (code) =>
          code.replace(
            '    const kept = (hits.get(key) ?? []).filter((hit) => hit.at + windowMs > now);',
            '    const kept = hits.get(key) ?? [];\n    // The oldest stand first, so what has left the window is a beginning of the list.\n    while (kept[0] && kept[0].at + windowMs <= now) kept.shift();',
          ),
      },
      { who: 'interviewer', says: 'shift moves the others. Does that matter here?' },
      {
        who: 'candidate',
        says: 'Less than a copy, and only when something leaves. A head index would be the next step.',
      },
      { who: 'candidate', runs: 'public' },
      { who: 'lucia', says: 'Good. Ten minutes for your questions.' },
    ],
    levels: {
      interviewer: {
        level: 3.8,
        summary: 'Knows where his code is slow and what to do about it.',
        notes: [
          'Named the copy at once.',
          'Needed a hint for the second step, then ran with it.',
          'Explains clearly once he has begun.',
        ],
      },
    },
  },
];
