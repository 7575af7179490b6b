import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

/**
 * The typeface of the web app, whole: Latin with all its extensions, Greek and Cyrillic. A PDF embeds the letters that
 * it uses. (The web app's own files are parts of it for browsers, in a format of which no subset can be made here.)
 */
export const fonts = {
  regular: readFileSync(
    require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  ),
  bold: readFileSync(require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')),
} as const;

export type FontName = keyof typeof fonts;

const typeface = create(fonts.regular) as Font;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What stands for a letter or a sign that the typeface has no picture of. */
export const noGlyph = '□';

/** A text with `noGlyph` for each letter that the typeface lacks, and how many these are. */
export function coverText(text: string): { text: string; lacking: number } {
  let lacking = 0;
  let covered = '';
  for (const { segment } of graphemes.segment(text)) {
    const isKnown = Array.from(segment).every(
      (sign) => sign === '\n' || typeface.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
    );
    if (!isKnown) lacking += 1;
    covered += isKnown ? segment : noGlyph;
  }
  return { text: covered, lacking };
}
