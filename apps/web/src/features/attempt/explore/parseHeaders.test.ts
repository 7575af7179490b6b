import { expect, it } from '@jest/globals';
import { parseHeaders } from './parseHeaders.ts';

it('reads one header a line', () => {
  expect(parseHeaders('Content-Type: application/json\n\nX-Url: http://a:1\n')).toEqual({
    ok: true,
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'X-Url', value: 'http://a:1' },
    ],
  });
});

it.each(['no colon', ': no name', 'two words: x'])('says that %j is no header', (line) => {
  expect(parseHeaders(`a: b\n${line}`)).toEqual({
    ok: false,
    message: 'Line 2 is not "Name: value".',
  });
});
