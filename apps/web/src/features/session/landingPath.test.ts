import { describe, expect, it } from '@jest/globals';
import { landingPath } from './landingPath.ts';

describe('the page after signing in', () => {
  it('is the one that was asked for', () => {
    expect(landingPath('/review/123?challenge=orders-api')).toBe(
      '/review/123?challenge=orders-api',
    );
  });

  it('is where one works when none was asked for', () => {
    expect(landingPath(null)).toBe('/');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'is never another site: %s',
    (asked) => {
      expect(landingPath(asked)).toBe('/');
    },
  );
});
