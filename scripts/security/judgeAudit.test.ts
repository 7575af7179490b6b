import { expect, it } from '@jest/globals';
import { judgeAudit } from './judgeAudit.ts';

const audit = (severity: string) =>
  JSON.stringify({ vulnerabilities: { leftpad: { severity, range: '<2' } } });

it('an audit fails for grave holes alone', () => {
  expect(judgeAudit(audit('critical'))).toMatchObject({ failed: true });
  expect(judgeAudit(audit('moderate'))).toEqual({
    failed: false,
    lines: ['moderate: leftpad <2', '1 packages with known holes, 0 of them high or critical.'],
  });
});

it('an audit that a registry did not answer fails nothing, and says so', () => {
  for (const output of ['', '<html>', '{"message":"request failed","error":{"code":"E503"}}'])
    expect(judgeAudit(output)).toEqual({
      failed: false,
      lines: ['The registry did not answer: nothing is known of holes.'],
    });
});
