import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { type Tokens, tokens } from './tokens.ts';

/** From light to dark, around #2f8f83. */
const verdigris: MantineColorsTuple = [
  '#e1f0ec',
  '#c5e2db',
  '#9fcfc5',
  '#78bbae',
  '#4faea1',
  '#2f8f83',
  '#28847a',
  '#22776c',
  '#1d6d63',
  '#154f48',
];

/** Mantine's own neutrals, warmed. */
const gray: MantineColorsTuple = [
  '#faf8f5',
  '#f3f0ea',
  '#ece8e0',
  '#e5e0d7',
  '#cdc6b9',
  '#b3ab9d',
  '#8f897c',
  '#545046',
  '#3c382f',
  '#211f1b',
];
const warmDark: MantineColorsTuple = [
  '#ece8e0',
  '#b9b3a7',
  '#969083',
  '#6b665b',
  '#4a463f',
  '#302d29',
  '#1d1c19',
  '#171614',
  '#131211',
  '#0a0a09',
];

const sans = "'Inter Variable', system-ui, sans-serif";
const mono = "'JetBrains Mono Variable', ui-monospace, monospace";

/** Text on filled buttons comes from the tokens: white on the dark accent fails AA. */
const variantColors: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colours;
  return { ...colours, color: input.color === 'red' ? 'var(--on-bad)' : 'var(--on-accent)' };
};

export const theme = createTheme({
  colors: { verdigris, gray, dark: warmDark },
  primaryColor: 'verdigris',
  variantColorResolver: variantColors,
  primaryShade: { light: 7, dark: 4 },
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.25' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
      h4: { fontSize: '14px', lineHeight: '1.45' },
      h5: { fontSize: '13px', lineHeight: '1.45' },
      h6: { fontSize: '12px', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // By name, not by `Modal.extend`: that would put every component named here into the first download.
    // Gaps are added to Mantine's own 4 px between an icon and its word.
    Button: { defaultProps: { size: 'sm', fw: 550 }, styles: { inner: { gap: 3 } } },
    Kbd: { styles: { root: { borderBottomWidth: 1, fontWeight: 500, fontSize: 12 } } },
    Notification: {
      defaultProps: {
        withBorder: true,
        radius: 'lg',
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: {
        root: { boxShadow: '0 8px 24px var(--shadow)' },
        title: { fontWeight: 600 },
        description: { color: 'var(--ink-soft)' },
      },
    },
    InputWrapper: {
      styles: {
        label: { marginBottom: 4, fontWeight: 550 },
        description: { marginBottom: 4, fontSize: 13, lineHeight: 1.45 },
        error: { marginTop: 4, fontSize: 12 },
      },
    },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false },
      styles: {
        root: { border: '1px solid var(--line)', background: 'var(--sunken)', padding: 2 },
        label: { fontWeight: 500 },
      },
    },
    Popover: {
      defaultProps: { radius: 'lg' },
      styles: { dropdown: { boxShadow: '0 8px 24px var(--shadow)' } },
    },
    // The placeholder that takes the first focus is no menu item, which a screen reader trips over.
    Menu: {
      defaultProps: { radius: 'lg', withInitialFocusPlaceholder: false },
      styles: {
        item: { gap: 6, padding: '6px 10px' },
        label: { padding: '6px 10px', fontWeight: 500 },
        dropdown: { boxShadow: '0 8px 24px var(--shadow)' },
      },
    },
    // Below: most stand in bars at the top of something, whose neighbours above would be covered.
    Tooltip: {
      defaultProps: { position: 'bottom', openDelay: 350, transitionProps: { duration: 120 } },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'xl',
        padding: 20,
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { color: 'var(--overlay)', backgroundOpacity: 1 },
        transitionProps: { duration: 150, transition: 'fade' },
      },
      styles: {
        title: { fontSize: 16, fontWeight: 600 },
        content: { border: '1px solid var(--line)', boxShadow: '0 16px 48px var(--shadow)' },
      },
    },
    Drawer: {
      defaultProps: {
        padding: 20,
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { color: 'var(--overlay)', backgroundOpacity: 1 },
        transitionProps: { duration: 150 },
      },
      styles: { title: { fontSize: 16, fontWeight: 600 } },
    },
  },
});

/** The tokens as CSS variables, `--ink` and so on, and Mantine's own variables set from them. */
export function cssVariables(contrast: keyof typeof tokens): CSSVariablesResolver {
  return () => ({
    variables: {},
    light: variablesOf(tokens[contrast].light),
    dark: variablesOf(tokens[contrast].dark),
  });
}

function variablesOf(set: Tokens): Record<string, string> {
  const own = Object.entries(set).map(([name, value]): [string, string] => [
    `--${hyphenated(name)}`,
    value,
  ]);
  return {
    ...Object.fromEntries(own),
    '--mantine-color-body': set.panel,
    '--mantine-color-text': set.ink,
    '--mantine-color-bright': set.ink,
    '--mantine-color-dimmed': set.inkSoft,
    '--mantine-color-placeholder': set.inkFaint,
    '--mantine-color-anchor': set.accent,
    '--mantine-color-error': set.bad,
    // What items of menus take for their text.
    '--mantine-color-red-6': set.bad,
    '--mantine-color-default': set.panel,
    '--mantine-color-default-hover': set.hover,
    '--mantine-color-default-color': set.ink,
    '--mantine-color-default-border': set.lineStrong,
    '--mantine-color-disabled': set.sunken,
    '--mantine-color-disabled-color': set.inkFaint,
    '--mantine-color-disabled-border': set.line,
    '--mantine-primary-color-filled': set.accentFill,
    '--mantine-primary-color-filled-hover': set.accentFillHover,
    '--mantine-primary-color-contrast': set.onAccent,
    '--mantine-primary-color-light': set.accentTint,
    '--mantine-primary-color-light-hover': set.hover,
    '--mantine-primary-color-light-color': set.accent,
    '--mantine-color-verdigris-filled': set.accentFill,
    '--mantine-color-verdigris-filled-hover': set.accentFillHover,
    '--mantine-color-verdigris-light': set.accentTint,
    '--mantine-color-verdigris-light-hover': set.hover,
    '--mantine-color-verdigris-light-color': set.accent,
    '--mantine-color-verdigris-outline': set.accent,
    '--mantine-color-verdigris-text': set.accent,
    '--mantine-color-red-filled': set.badFill,
    '--mantine-color-red-filled-hover': set.badFillHover,
    '--mantine-color-red-light': set.badTint,
    '--mantine-color-red-light-color': set.bad,
    '--mantine-color-red-text': set.bad,
  };
}

function hyphenated(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
