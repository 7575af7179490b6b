import type { SnippetTable } from './Snippet.ts';

export const querystringTable: SnippetTable = {
  module: 'querystring',
  imports: `import querystring from 'node:querystring';`,
  snippets: {
    parse: `for (const q of ['a=1&b=2', 'a=1&a=2', 'a', 'a=', '=b', 'a=b=c', '', '&&', 'a=%20b+c', 'a=%zz', '%C3%A4=%E2%82%AC', 'a[]=1&a[]=2', 'a=1;b=2']) console.log(q, querystring.parse(q));`,
    'parse with other separators': `console.log(querystring.parse('a:1;b:2', ';', ':'), querystring.parse('a==1&&b==2', '&&', '=='));`,
    'parse at most so many keys': `console.log(querystring.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }), Object.keys(querystring.parse(Array.from({ length: 1500 }, (_, i) => 'k' + i).join('&'))).length);`,
    'parse with a decoder': `console.log(querystring.parse('a=%41&b=x', null, null, { decodeURIComponent: (s) => s.toUpperCase() }));`,
    'parse has no prototype': `const q = querystring.parse('__proto__=1&hasOwnProperty=2'); console.log(Object.getPrototypeOf(q), q);`,
    stringify: `console.log(querystring.stringify({ a: 1, b: ['x', 'y'], c: '', d: true, e: null, f: undefined, g: 'ä &=', h: 10n, i: NaN, j: {} }));`,
    'stringify with other separators': `console.log(querystring.stringify({ a: 1, b: [2, 3] }, ';', ':'), querystring.stringify({ a: 'x y' }, null, null, { encodeURIComponent: (s) => '<' + s + '>' }));`,
    'stringify of what is no object': `console.log([querystring.stringify('a'), querystring.stringify(null), querystring.stringify([1, 2]), querystring.stringify()]);`,
    'escape and unescape': `console.log(querystring.escape('a b&ä~!*()\\'😀'), querystring.unescape('a%20b%zz+'), querystring.escape(5)); try { querystring.escape('\\ud800x'); } catch (e) { console.log(e.code, e.message); }`,
    names: `console.log(querystring.decode === querystring.parse, querystring.encode === querystring.stringify, Object.keys(querystring).join());`,
    unescapeBuffer: `console.log(querystring.unescapeBuffer('a%20b%C3'));`,
  },
};
