import type { Language } from '@assay/contracts/challenge';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import type { SolutionLanguage } from './SolutionLanguage.ts';
import { typescript } from './typescript.ts';

/** Every language that a solution can be written in. */
export const solutionLanguages: Record<Language, SolutionLanguage> = {
  typescript,
  python,
  ruby,
};
