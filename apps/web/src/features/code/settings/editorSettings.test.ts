import { expect, it } from '@jest/globals';
import { defaultSettings, parseSettings } from './editorSettings.ts';

it('reads what it wrote', () => {
  const settings = { fontSize: 16, tabSize: 4, keys: 'vim', wordWrap: true };
  expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
});

it.each([[null], ['{'], ['3'], ['{"fontSize":9000,"tabSize":"4","keys":"nano"}']])(
  'falls back on what everybody has for %j',
  (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
  },
);
