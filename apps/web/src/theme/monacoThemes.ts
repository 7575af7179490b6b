import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type SchemeName, type Tokens, tokens } from './tokens.ts';

type Contrast = keyof typeof tokens;

/** How dense the ground of what changed within a line is, hex: more, and code on it has too little contrast. */
export const changedWordAlpha = '18';

/** The name under which the editor knows a set of colours. */
export function monacoThemeName(scheme: SchemeName, contrast: Contrast): string {
  return `assay-${scheme}-${contrast}`;
}

/** The editor's four themes, made of the same tokens as the rest of the page. */
export function monacoThemes(): { name: string; data: editor.IStandaloneThemeData }[] {
  return (['normal', 'raised'] as const).flatMap((contrast) =>
    (['light', 'dark'] as const).map((scheme) => ({
      name: monacoThemeName(scheme, contrast),
      data: themeOf(tokens[contrast][scheme], scheme),
    })),
  );
}

function themeOf(set: Tokens, scheme: SchemeName): editor.IStandaloneThemeData {
  const rule = (token: string, colour: string, fontStyle?: string) => ({
    token,
    foreground: colour.slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  return {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', set.ink),
      rule('comment', set.codeComment, 'italic'),
      rule('keyword', set.codeKeyword),
      rule('operator', set.inkSoft),
      rule('delimiter', set.inkSoft),
      rule('delimiter.bracket', set.inkSoft),
      rule('delimiter.parenthesis', set.inkSoft),
      rule('delimiter.square', set.inkSoft),
      rule('delimiter.angle', set.inkSoft),
      rule('string', set.codeString),
      rule('string.escape', set.codeNumber),
      rule('regexp', set.codeNumber),
      rule('number', set.codeNumber),
      rule('type', set.codeType),
      rule('type.identifier', set.codeType),
      rule('identifier', set.ink),
      rule('function', set.codeFunction),
      rule('predefined', set.codeFunction),
      rule('variable', set.codeString),
      rule('tag', set.codeKeyword),
      rule('attribute.name', set.codeType),
      rule('string.key.json', set.codeFunction),
      rule('string.value.json', set.codeString),
      rule('keyword.json', set.codeNumber),
    ],
    colors: {
      'editor.background': set.panel,
      'editor.foreground': set.ink,
      'editorLineNumber.foreground': set.inkFaint,
      'editorLineNumber.activeForeground': set.ink,
      'editor.lineHighlightBackground': set.sunken,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': set.selection,
      'editor.inactiveSelectionBackground': set.hover,
      'editor.wordHighlightBackground': set.hover,
      'editor.wordHighlightStrongBackground': set.selection,
      'editor.findMatchBackground': set.selection,
      'editor.findMatchBorder': set.accent,
      'editor.findMatchHighlightBackground': set.selection,
      'editor.rangeHighlightBackground': set.sunken,
      'editorOverviewRuler.findMatchForeground': set.accent,
      'editorCursor.foreground': set.accent,
      'editorIndentGuide.background1': set.line,
      'editorIndentGuide.activeBackground1': set.lineStrong,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [
          `editorBracketHighlight.foreground${level}`,
          set.inkSoft,
        ]),
      ),
      'editorBracketHighlight.unexpectedBracket.foreground': set.bad,
      'editorOverviewRuler.errorForeground': set.bad,
      'editorOverviewRuler.warningForeground': set.warn,
      'editorBracketMatch.background': set.accentTint,
      'editorBracketMatch.border': set.accent,
      'editorGutter.background': set.panel,
      'editorWidget.background': set.panel,
      'editorWidget.border': set.lineStrong,
      'editorWidget.resizeBorder': '#00000000',
      'widget.border': set.lineStrong,
      'widget.shadow': set.shadow,
      'editorSuggestWidget.selectedBackground': set.accentTint,
      'editorSuggestWidget.selectedForeground': set.ink,
      'editorSuggestWidget.highlightForeground': set.accent,
      'editorSuggestWidget.focusHighlightForeground': set.accent,
      'editorHoverWidget.background': set.panel,
      'editorHoverWidget.border': set.lineStrong,
      'editorStickyScroll.background': set.panel,
      'editorStickyScrollHover.background': set.hover,
      'editorError.foreground': set.bad,
      'editorWarning.foreground': set.warn,
      'editorOverviewRuler.border': '#00000000',
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${set.lineStrong}80`,
      'scrollbarSlider.hoverBackground': set.lineStrong,
      'scrollbarSlider.activeBackground': set.lineStrong,
      'inputValidation.infoBackground': set.panel,
      'inputValidation.infoBorder': set.lineStrong,
      'inputValidation.infoForeground': set.ink,
      'input.background': set.panel,
      'input.border': set.lineStrong,
      'list.hoverBackground': set.hover,
      'list.activeSelectionBackground': set.accentTint,
      'list.activeSelectionForeground': set.ink,
      'quickInput.background': set.panel,
      focusBorder: set.accent,
      'diffEditor.insertedLineBackground': set.goodTint,
      'diffEditor.removedLineBackground': set.badTint,
      'diffEditor.insertedTextBackground': `${set.good}${changedWordAlpha}`,
      'diffEditor.removedTextBackground': `${set.bad}${changedWordAlpha}`,
    },
  };
}
