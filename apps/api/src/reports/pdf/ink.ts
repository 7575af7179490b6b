import type { ShapeTone } from '@assay/contracts/report';

/** Colours on paper: those of the web app's light scheme, on white. */
export const ink = {
  text: '#211f1b',
  soft: '#545046',
  line: '#cdc6b9',
  thin: '#e5e0d7',
  sunken: '#f3f0ea',
  warn: '#875204',
  good: '#2f6d2c',
  bad: '#ab2f23',
} as const;

export const shapeInk: Record<ShapeTone, string> = {
  ink: ink.soft,
  faint: '#6b665b',
  line: ink.line,
  accent: '#1d6d63',
  away: '#e1f0ec',
  good: ink.good,
  bad: ink.bad,
};
