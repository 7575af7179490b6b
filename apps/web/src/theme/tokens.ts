/**
 * Every colour of the app, by what it means. Four sets: light and dark, each also with raised
 * contrast. Ink and paper are neutral with a slight warmth; verdigris is the one accent; gold belongs to
 * the hallmark alone; green, red and amber say outcomes, always beside an icon and a word.
 * Text colours reach at least 4.5:1 on `paper`, `panel` and `sunken` of their set (`tokens.test.ts`).
 */
export type Tokens = {
  /** Behind everything. */
  paper: string;
  /** Cards, bars, the editor. */
  panel: string;
  /** Rails, code blocks, table heads. */
  sunken: string;
  /** A row or a button under the pointer. */
  hover: string;
  line: string;
  lineStrong: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  accent: string;
  accentFill: string;
  accentFillHover: string;
  onAccent: string;
  accentTint: string;
  gold: string;
  goldTint: string;
  goldLine: string;
  good: string;
  goodTint: string;
  bad: string;
  badTint: string;
  badFill: string;
  badFillHover: string;
  onBad: string;
  warn: string;
  warnTint: string;
  selection: string;
  shadow: string;
  overlay: string;
  codeComment: string;
  codeKeyword: string;
  codeString: string;
  codeNumber: string;
  codeType: string;
  codeFunction: string;
};

export type SchemeName = 'light' | 'dark';

const light: Tokens = {
  paper: '#faf8f5',
  panel: '#fffefc',
  sunken: '#f3f0ea',
  hover: '#ece8e0',
  line: '#e5e0d7',
  lineStrong: '#cdc6b9',
  ink: '#211f1b',
  inkSoft: '#545046',
  inkFaint: '#6b665b',
  accent: '#1d6d63',
  accentFill: '#22776c',
  accentFillHover: '#1a6056',
  onAccent: '#ffffff',
  accentTint: '#e1f0ec',
  gold: '#7d5f0e',
  goldTint: '#fbf3dc',
  goldLine: '#d9bd6a',
  good: '#2f6d2c',
  goodTint: '#e8f3e4',
  bad: '#ab2f23',
  badTint: '#fbeae6',
  badFill: '#b03529',
  badFillHover: '#92271d',
  onBad: '#ffffff',
  warn: '#875204',
  warnTint: '#fbf0db',
  selection: '#cfe6e1',
  shadow: '#3c362a1f',
  overlay: '#211f1b66',
  codeComment: '#656056',
  codeKeyword: '#7a3e86',
  codeString: '#3d6b1f',
  codeNumber: '#9a4a0c',
  codeType: '#1d6d63',
  codeFunction: '#245a96',
};

const dark: Tokens = {
  paper: '#171614',
  panel: '#1d1c19',
  sunken: '#131211',
  hover: '#292723',
  line: '#302d29',
  lineStrong: '#4a463f',
  ink: '#ece8e0',
  inkSoft: '#b9b3a7',
  inkFaint: '#969083',
  accent: '#63bfb2',
  accentFill: '#4faea1',
  accentFillHover: '#67c3b6',
  onAccent: '#0b1f1c',
  accentTint: '#1b302c',
  gold: '#dcbc62',
  goldTint: '#2e2817',
  goldLine: '#7d6831',
  good: '#84c47b',
  goodTint: '#1f2c1c',
  bad: '#f19181',
  badTint: '#3a211d',
  badFill: '#e07a6a',
  badFillHover: '#ee9384',
  onBad: '#2a0e0a',
  warn: '#e3b05c',
  warnTint: '#33280f',
  selection: '#26443f',
  shadow: '#00000073',
  overlay: '#0a0a09a6',
  codeComment: '#a59f91',
  codeKeyword: '#cf9fd8',
  codeString: '#a5c98a',
  codeNumber: '#e3a676',
  codeType: '#74c7bb',
  codeFunction: '#8fbbe8',
};

const lightContrast: Tokens = {
  ...light,
  paper: '#ffffff',
  panel: '#ffffff',
  line: '#857f73',
  lineStrong: '#3c382f',
  ink: '#000000',
  inkSoft: '#211f1b',
  inkFaint: '#3c382f',
  accent: '#0c4a43',
  accentFill: '#0c4a43',
  accentFillHover: '#06332e',
  gold: '#5a4306',
  good: '#174d15',
  bad: '#85170d',
  badFill: '#85170d',
  warn: '#633a00',
  codeComment: '#4f4b42',
  codeKeyword: '#5f2a6b',
  codeString: '#2b4f13',
  codeNumber: '#723606',
  codeType: '#0c4a43',
  codeFunction: '#174270',
};

const darkContrast: Tokens = {
  ...dark,
  paper: '#000000',
  panel: '#0a0a09',
  sunken: '#000000',
  line: '#8f897c',
  lineStrong: '#d8d2c5',
  ink: '#ffffff',
  inkSoft: '#f1ede5',
  inkFaint: '#d8d2c5',
  accent: '#8fe6d9',
  accentFill: '#8fe6d9',
  accentFillHover: '#b4f2e8',
  gold: '#ffe08a',
  good: '#aef0a4',
  bad: '#ffb9ad',
  badFill: '#ffb9ad',
  warn: '#ffd48a',
  codeComment: '#c9c3b6',
};

export const tokens = {
  normal: { light, dark },
  raised: { light: lightContrast, dark: darkContrast },
} as const;
