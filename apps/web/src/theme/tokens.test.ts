import { describe, expect, it } from '@jest/globals';
import { contrastRatio } from './contrastRatio.ts';
import { type Tokens, tokens } from './tokens.ts';

const textColours = [
  'ink',
  'inkSoft',
  'inkFaint',
  'accent',
  'gold',
  'good',
  'bad',
  'warn',
] as const;
const codeColours = [
  'codeComment',
  'codeKeyword',
  'codeString',
  'codeNumber',
  'codeType',
  'codeFunction',
] as const;
const onTints = [
  ['accent', 'accentTint'],
  ['inkSoft', 'accentTint'],
  ['gold', 'goldTint'],
  ['good', 'goodTint'],
  ['bad', 'badTint'],
  ['warn', 'warnTint'],
  ['onAccent', 'accentFill'],
  ['onAccent', 'accentFillHover'],
  ['onBad', 'badFill'],
  ['ink', 'selection'],
] as const;

const sets: [string, Tokens][] = [
  ['light', tokens.normal.light],
  ['dark', tokens.normal.dark],
  ['light, raised contrast', tokens.raised.light],
  ['dark, raised contrast', tokens.raised.dark],
];

describe.each(sets)('the %s colours', (_name, set) => {
  it.each(textColours)('show %s text readably on every surface', (colour) => {
    for (const surface of ['paper', 'panel', 'sunken'] as const) {
      expect(contrastRatio(set[colour], set[surface])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(codeColours)('show %s readably in the editor', (colour) => {
    expect(contrastRatio(set[colour], set.panel)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(onTints)('show %s readably on %s', (text, surface) => {
    expect(contrastRatio(set[text], set[surface])).toBeGreaterThanOrEqual(4.5);
  });
});

it('raises the contrast of text when it is asked for', () => {
  for (const scheme of ['light', 'dark'] as const) {
    const [normal, raised] = [tokens.normal[scheme], tokens.raised[scheme]];
    expect(contrastRatio(raised.inkSoft, raised.panel)).toBeGreaterThan(
      contrastRatio(normal.inkSoft, normal.panel),
    );
    expect(contrastRatio(raised.inkFaint, raised.panel)).toBeGreaterThan(7);
  }
});
