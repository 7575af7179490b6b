import { describe, expect, it } from '@jest/globals';
import { type LiveRunAsked, liveRunAudience, liveRunRight, maySeeRun } from './liveRun.ts';
import { LiveRole, LiveState } from './liveSession.ts';

/** What each role may do, by the state of the session, without and with a focus time. */
function rights(role: LiveRole) {
  return LiveState.options.map((state) =>
    [false, true].map((focused) => {
      const right = liveRunRight(role, { state, focused });
      if (right.may === 'nothing') return right.why;
      return right.may === 'run' && right.hidden ? 'run and hidden' : right.may;
    }),
  );
}

describe('the right to run', () => {
  it('is everybody’s who works in an open session, and nobody else’s eyes are on a focus time', () => {
    expect(LiveState.options).toEqual(['prepared', 'open', 'ended']);
    expect(Object.fromEntries(LiveRole.options.map((role) => [role, rights(role)]))).toEqual({
      interviewer: [
        ['run and hidden', 'focus'],
        ['run and hidden', 'focus'],
        ['see', 'focus'],
      ],
      candidate: [
        ['not_open', 'not_open'],
        ['run', 'run'],
        ['not_open', 'not_open'],
      ],
      observer: [
        ['not_open', 'not_open'],
        ['see', 'focus'],
        ['not_open', 'not_open'],
      ],
    });
  });

  it('makes hidden tests and what is tried before the start the interviewers’ own', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const asked = (suite: 'public' | 'hidden'): LiveRunAsked => ({ kind: 'tests', id, suite });
    expect(liveRunAudience(asked('public'), 'open')).toBe('everybody');
    expect(liveRunAudience(asked('hidden'), 'open')).toBe('interviewers');
    expect(liveRunAudience(asked('public'), 'prepared')).toBe('interviewers');
    const sees = (audience: 'everybody' | 'interviewers') =>
      LiveRole.options.filter((role) => maySeeRun(role, audience));
    expect(sees('interviewers')).toEqual(['interviewer']);
    expect(sees('everybody')).toEqual(LiveRole.options);
  });
});
