import type { SnippetTable } from './Snippet.ts';

export const stringDecoderTable: SnippetTable = {
  module: 'string_decoder',
  imports: `import { StringDecoder } from 'node:string_decoder';`,
  snippets: {
    'a character in pieces': `const d = new StringDecoder('utf8'); console.log([d.write(Buffer.from([0xe2, 0x82])), d.write(Buffer.from([0xac])), d.end()]);`,
    'every split of a text': `const b = Buffer.from('aä€😀z'); for (let i = 0; i <= b.length; i++) { const d = new StringDecoder(); console.log(JSON.stringify(d.write(b.subarray(0, i)) + '|' + d.write(b.subarray(i)) + '|' + d.end())); }`,
    'byte by byte': `const d = new StringDecoder(); console.log([...Buffer.from('€😀ä')].map((x) => d.write(Buffer.from([x]))).concat(d.end()));`,
    'an end in the middle': `const d = new StringDecoder('utf8'); console.log(JSON.stringify(d.write(Buffer.from([0x61, 0xf0, 0x9f]))), JSON.stringify(d.end()), JSON.stringify(d.end(Buffer.from('b'))));`,
    'broken sequences': `const d = new StringDecoder(); console.log(JSON.stringify(d.write(Buffer.from([0xe2, 0x41]))), JSON.stringify(d.write(Buffer.from([0xc3]))), JSON.stringify(d.write(Buffer.from([0xff, 0x80]))), JSON.stringify(d.end()));`,
    'UTF-16': `const b = Buffer.from('a😀b', 'utf16le'); for (const n of [1, 2, 3]) { const d = new StringDecoder('utf16le'); let t = ''; for (let i = 0; i < b.length; i += n) t += d.write(b.subarray(i, i + n)) + '|'; console.log(JSON.stringify(t + d.end())); }`,
    base64: `const d = new StringDecoder('base64'); console.log([d.write(Buffer.from('ab')), d.write(Buffer.from('cde')), d.end()]); const u = new StringDecoder('base64url'); console.log([u.write(Buffer.from([251])), u.end()]);`,
    'hex, latin1 and ascii': `for (const e of ['hex', 'latin1', 'ascii']) { const d = new StringDecoder(e); console.log(d.write(Buffer.from([0xe4, 0x41])), d.end()); }`,
    'the state': `const d = new StringDecoder(); d.write(Buffer.from([0xf0, 0x9f])); console.log(d.lastNeed, d.lastTotal, d.lastChar, d.encoding);`,
    'what is none': `try { new StringDecoder('nope'); } catch (e) { console.log(e.code, e.message); } try { new StringDecoder().write(1); } catch (e) { console.log(e.code, e.message); } console.log(new StringDecoder().write('text'));`,
  },
};
