import { parseDuration } from 'solution';

describe('parseDuration', () => {
  it('adds up all parts', () => {
    expect(parseDuration('1h 30m')).toBe(5_400_000);
    expect(parseDuration('1m 1s 1s')).toBe(62_000);
    expect(parseDuration('0s')).toBe(0);
  });

  it('refuses what is no duration', () => {
    for (const text of [
      '',
      ' ',
      '5',
      's',
      'x5s',
      '5sx',
      '5d',
      '-5s',
      '1.5h',
      '1h  30m',
      '1h 30',
      'h 1m',
    ])
      expect({ text, ms: parseDuration(text) }).toEqual({ text, ms: undefined });
  });
});
