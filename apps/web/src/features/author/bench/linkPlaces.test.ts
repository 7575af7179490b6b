import { describe, expect, it } from '@jest/globals';
import type { Files } from '@assay/contracts/workspace';
import { linkPlaces } from './linkPlaces.ts';

const among = (files: Files) => ({
  paths: Object.keys(files),
  textOf: (path: string) => files[path] ?? '',
});
/** What leads where. */
const links = (text: string, files: Files) =>
  linkPlaces(text, among(files)).flatMap(({ text: piece, place }) =>
    place ? [`${piece} → ${place.file}:${place.line}`] : [],
  );

describe('places in what the gate says', () => {
  it('become links where there is such a file', () => {
    const files = among({ 'tests/hidden.test.ts': '', 'challenge.yaml': '' });
    expect(linkPlaces('See tests/hidden.test.ts:12: “a:1” and gone.ts:3.', files)).toEqual([
      { text: 'See ' },
      { text: 'tests/hidden.test.ts:12', place: { file: 'tests/hidden.test.ts', line: 12 } },
      { text: ': “a:1” and gone.ts:3.' },
    ]);
    expect(linkPlaces('challenge.yaml:2', files)).toEqual([
      { text: 'challenge.yaml:2', place: { file: 'challenge.yaml', line: 2 } },
    ]);
    expect(linkPlaces('', files)).toEqual([]);
  });

  it('are also the tests that it names, within their blocks', () => {
    const files = {
      'tests/hidden.test.ts': [
        "describe('notes', () => {",
        "  it('are kept', keep);",
        '});',
        "describe('labels', () => {",
        "  it('are kept', keep);",
        "  it('are somebody\\'s', keep);",
        "  it.each(['a'])('take %s', keep);",
        '});',
        'it(`stands alone`, keep);',
      ].join('\n'),
      'README.md': "it('is no test')",
    };
    const named = (name: string) => links(`wrong/x is not caught by “${name}” (seed 1).`, files);
    expect(named('notes > are kept')).toEqual(['notes > are kept → tests/hidden.test.ts:2']);
    expect(named('labels > are kept')).toEqual(['labels > are kept → tests/hidden.test.ts:5']);
    expect(named("labels > are somebody's")).toEqual([
      "labels > are somebody's → tests/hidden.test.ts:6",
    ]);
    expect(named('labels > take a')).toEqual(['labels > take a → tests/hidden.test.ts:4']);
    expect(named('stands alone')).toEqual(['stands alone → tests/hidden.test.ts:9']);
    expect(named('is no test')).toEqual([]);
  });

  it('are also the wrong solutions, where they leave the reference', () => {
    const files = {
      'solution/src/app.ts': 'one\ntwo\n',
      'wrong/half-done/src/app.ts': 'one\n2\n',
      'wrong/new-file/src/extra.ts': 'x\n',
    };
    expect(links('wrong/half-done does not run. wrong/gone neither.', files)).toEqual([
      'wrong/half-done → wrong/half-done/src/app.ts:2',
    ]);
    expect(links('wrong/new-file is', files)).toEqual([
      'wrong/new-file → wrong/new-file/src/extra.ts:1',
    ]);
    expect(links('wrong/half-done/src/app.ts:1: no', files)).toEqual([
      'wrong/half-done/src/app.ts:1 → wrong/half-done/src/app.ts:1',
    ]);
  });
});
