import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** Unseen signs by which letters join or do not. */
const joiners = new Set(['\u200c', '\u200d']);

/** A typeface in one or two weights, read when something is first written in it. */
export class Face {
  readonly name: string;
  /** Sets whole phrases from right to left, with the blanks in them. */
  readonly fromRight: boolean;
  readonly #files: Record<Weight, string>;
  readonly #signs: RegExp;
  readonly #read = new Map<Weight, Buffer>();
  #font: Font | undefined;

  /** `signs` are those for which the file is looked at. */
  constructor(name: string, signs: RegExp, regular: string, bold = regular, fromRight = false) {
    this.name = name;
    this.fromRight = fromRight;
    this.#signs = signs;
    this.#files = { regular, bold };
  }

  file(weight: Weight): Buffer {
    const known = this.#read.get(weight);
    if (known !== undefined) return known;
    const file = readFileSync(this.#files[weight]);
    this.#read.set(weight, file);
    return file;
  }

  /** Whether it has a picture of each sign of what is read as one letter, and can put them together. */
  has(grapheme: string): boolean {
    if (!this.#signs.test(grapheme)) return false;
    const hasSigns = Array.from(grapheme).every(
      (sign) => joiners.has(sign) || this.#opened().hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
    );
    return hasSigns && (!/\p{M}/u.test(grapheme) || this.#canJoin(grapheme));
  }

  /** fontkit throws at some marks that a letter of the face has no place for. */
  #canJoin(grapheme: string): boolean {
    try {
      this.#opened().layout(grapheme);
      return true;
    } catch {
      return false;
    }
  }

  /** From the top of a line to the foot of its letters, in sizes. */
  get ascent(): number {
    const { ascent, unitsPerEm } = this.#opened();
    return ascent / unitsPerEm;
  }

  #opened(): Font {
    return (this.#font ??= create(this.file('regular')) as Font);
  }
}

/**
 * The typeface of the web app, whole: Latin with all its extensions, Greek and Cyrillic. A PDF embeds the letters that
 * it uses. (The web app's own files are parts of it for browsers, in a format of which no subset can be made here.)
 */
export const latin = new Face(
  'inter',
  /^/u,
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
);

const arabic = new Face(
  'arabic',
  /\p{scx=Arabic}/u,
  require.resolve('@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf'),
  true,
);
const hebrew = new Face(
  'hebrew',
  /\p{scx=Hebrew}/u,
  require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf'),
  true,
);
const hangul = new Face(
  'hangul',
  /\p{scx=Hangul}/u,
  require.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
);
const eastern = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const japanese = new Face(
  'japanese',
  eastern,
  require.resolve('@expo-google-fonts/sawarabi-gothic/400Regular/SawarabiGothic_400Regular.ttf'),
);
/** The package exports the names of its files and not the files. */
const chineseFolder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const chinese = new Face(
  'chinese',
  eastern,
  join(chineseFolder, 'NotoSansHans-Regular.otf'),
  join(chineseFolder, 'NotoSansHans-Bold.otf'),
);

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const others = [
  arabic,
  hebrew,
  hangul,
  noto('Armenian', /\p{scx=Armenian}/u, require.resolve('@expo-google-fonts/noto-sans-armenian')),
  noto('Bengali', /\p{scx=Bengali}/u, require.resolve('@expo-google-fonts/noto-sans-bengali')),
  noto(
    'Devanagari',
    /\p{scx=Devanagari}/u,
    require.resolve('@expo-google-fonts/noto-sans-devanagari'),
  ),
  noto('Georgian', /\p{scx=Georgian}/u, require.resolve('@expo-google-fonts/noto-sans-georgian')),
  noto('Gujarati', /\p{scx=Gujarati}/u, require.resolve('@expo-google-fonts/noto-sans-gujarati')),
  noto('Kannada', /\p{scx=Kannada}/u, require.resolve('@expo-google-fonts/noto-sans-kannada')),
  noto('Tamil', /\p{scx=Tamil}/u, require.resolve('@expo-google-fonts/noto-sans-tamil')),
  noto('Telugu', /\p{scx=Telugu}/u, require.resolve('@expo-google-fonts/noto-sans-telugu')),
  noto('Thai', /\p{scx=Thai}/u, require.resolve('@expo-google-fonts/noto-sans-thai')),
];

/**
 * In which order faces are asked for the letters of a text. Chinese and Japanese write many signs in different ways that
 * have one number; a text with kana is Japanese.
 */
export function facesFor(text: string): readonly Face[] {
  return [latin, ...others, ...(kana.test(text) ? [japanese, chinese] : [chinese, japanese])];
}

/** Noto Sans for one script, from the folder of its package. */
function noto(script: string, signs: RegExp, inFolder: string): Face {
  const file = (weight: string) =>
    join(dirname(inFolder), weight, `NotoSans${script}_${weight}.ttf`);
  return new Face(script.toLowerCase(), signs, file('400Regular'), file('600SemiBold'));
}
