import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

const challenge = { entry: 'src/index.ts', languages: ['typescript', 'python'] as const };

describe('what a solution is written in', () => {
  it('is the first language of the challenge whose entry it has', () => {
    expect(languageOf({ 'app.py': '' }, challenge)).toBe('python');
    expect(languageOf({ 'src/index.ts': '' }, challenge)).toBe('typescript');
    expect(languageOf({ 'app.py': '', 'src/index.ts': '' }, challenge)).toBe('typescript');
  });

  it('is the first language of the challenge when it has none of them', () => {
    expect(languageOf({ 'main.py': '' }, challenge)).toBe('typescript');
  });

  it('is TypeScript where nothing else is allowed', () => {
    expect(languageOf({ 'app.py': '' }, { entry: 'src/index.ts' })).toBe('typescript');
  });
});
