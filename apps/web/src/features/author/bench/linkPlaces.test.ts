import { describe, expect, it } from '@jest/globals';
import { linkPlaces } from './linkPlaces.ts';

describe('places in what the gate says', () => {
  it('become links where there is such a file', () => {
    const paths = ['tests/hidden.test.ts', 'challenge.yaml'];
    expect(linkPlaces('See tests/hidden.test.ts:12: “a:1” and gone.ts:3.', paths)).toEqual([
      { text: 'See ' },
      { text: 'tests/hidden.test.ts:12', place: { file: 'tests/hidden.test.ts', line: 12 } },
      { text: ': “a:1” and gone.ts:3.' },
    ]);
    expect(linkPlaces('challenge.yaml:2', paths)).toEqual([
      { text: 'challenge.yaml:2', place: { file: 'challenge.yaml', line: 2 } },
    ]);
    expect(linkPlaces('', paths)).toEqual([]);
  });
});
