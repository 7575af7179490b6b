import { describe, expect, it } from '@jest/globals';
import { contrastRatio } from './contrastRatio.ts';
import { changedWordAlpha } from './monacoThemes.ts';
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

  it.each(codeColours)('show %s readably in the editor, also where it came or went', (colour) => {
    const changed = [
      [set.good, set.goodTint],
      [set.bad, set.badTint],
    ] as const;
    const words = changed.map(([outcome, tint]) => layOver(outcome, changedWordAlpha, tint));
    for (const ground of [set.panel, set.goodTint, set.badTint, ...words])
      expect(contrastRatio(set[colour], ground)).toBeGreaterThanOrEqual(4.5);
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

/** What is seen of two `#rrggbb` colours, the upper one with an opacity in hex. */
function layOver(upper: string, alpha: string, lower: string): string {
  const share = Number.parseInt(alpha, 16) / 255;
  const channels = [1, 3, 5].map((start) => {
    const [over, under] = [upper, lower].map((colour) =>
      Number.parseInt(colour.slice(start, start + 2), 16),
    );
    const seen = (over ?? 0) * share + (under ?? 0) * (1 - share);
    return Math.round(seen).toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
