import type { SnippetTable } from './Snippet.ts';

export const zlibTable: SnippetTable = {
  module: 'zlib',
  imports: `import zlib, { gzipSync, gunzipSync, deflateSync, inflateSync, deflateRawSync, inflateRawSync, unzipSync, crc32, createGzip, createGunzip, createDeflate, createInflate, constants } from 'node:zlib'; import { promisify } from 'node:util'; import { Readable } from 'node:stream'; import { buffer, text } from 'node:stream/consumers';`,
  snippets: {
    'gzip and back': `const g = gzipSync('hello hello hello'); console.log(g[0], g[1], gunzipSync(g).toString(), unzipSync(g).toString());`,
    'deflate and back': `const d = deflateSync('abc'.repeat(100)); console.log(d.toString('hex'), inflateSync(d).length, unzipSync(d).length);`,
    'raw and back': `const d = deflateRawSync(Buffer.from('xyz')); console.log(d.toString('base64'), inflateRawSync(d).toString());`,
    'the bytes of gzip': `console.log(gzipSync('').toString('hex').slice(0, 18), gzipSync('a').subarray(10).toString('hex'));`,
    'levels and strategies': `const t = 'the quick brown fox '.repeat(50); for (const level of [0, 1, 6, 9]) console.log(level, deflateSync(t, { level }).length); console.log(deflateSync(t, { strategy: constants.Z_HUFFMAN_ONLY }).length, deflateSync(t, { memLevel: 1, windowBits: 9 }).length);`,
    'a dictionary': `const dictionary = Buffer.from('hello world'); const d = deflateSync('hello world hello', { dictionary }); console.log(inflateSync(d, { dictionary }).toString()); try { inflateSync(d); } catch (e) { console.log(e.code, e.errno, e.message); } try { inflateSync(d, { dictionary: Buffer.from('x') }); } catch (e) { console.log(e.code, e.message); }`,
    'broken input': `for (const f of [() => gunzipSync(Buffer.from('nope')), () => inflateSync(Buffer.from([1, 2, 3])), () => gunzipSync(gzipSync('abc').subarray(0, 12)), () => inflateSync(''), () => inflateRawSync(Buffer.from([255, 255]))]) try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.errno, e.message); }`,
    'a wrong checksum': `const g = gzipSync('abc'); g[g.length - 8] ^= 1; try { gunzipSync(g); } catch (e) { console.log(e.code, e.message); }`,
    'several members': `console.log(gunzipSync(Buffer.concat([gzipSync('a'), gzipSync('b')])).toString(), gunzipSync(Buffer.concat([gzipSync('a'), Buffer.alloc(4)])).toString()); try { gunzipSync(Buffer.concat([gzipSync('a'), Buffer.from('zz')])); } catch (e) { console.log(e.code, e.message); }`,
    'a limit on the output': `const g = gzipSync(Buffer.alloc(100000)); try { gunzipSync(g, { maxOutputLength: 1000 }); } catch (e) { console.log(e.code, e.message); } await promisify(zlib.gunzip)(g, { maxOutputLength: 1000 }).catch((e) => console.log(e.code));`,
    callbacks: `const g = await promisify(zlib.gzip)('text'); console.log((await promisify(zlib.gunzip)(g)).toString()); await new Promise((r) => zlib.inflate(Buffer.from('x'), (e, v) => { console.log(e.code, v); r(); }));`,
    streams: `const g = Readable.from(['one ', 'two ', 'three']).pipe(createGzip()); console.log(await text(g.pipe(createGunzip())));`,
    'a stream of pieces': `const z = gzipSync('piece by piece '.repeat(200)); const g = createGunzip({ chunkSize: 64 }); let n = 0; g.on('data', () => n++); for (const b of z) g.write(Buffer.from([b])); g.end(); await new Promise((r) => g.on('end', r)); console.log(n > 1, g.bytesWritten === z.length);`,
    flush: `const d = createDeflate(); const parts = []; d.on('data', (x) => parts.push(x)); d.write('abc'); await new Promise((r) => d.flush(r)); console.log(parts.length > 0, inflateSync(Buffer.concat(parts), { finishFlush: constants.Z_SYNC_FLUSH }).toString()); d.end(); await new Promise((r) => d.on('end', r)); console.log(inflateSync(Buffer.concat(parts)).toString());`,
    'a stream that fails': `const g = createInflate(); g.on('error', (e) => console.log(e.code, e.errno, e.message)).on('close', () => console.log('close')); g.write('garbage'); await new Promise((r) => setTimeout(r, 20));`,
    crc32: `console.log(crc32('hello'), crc32(Buffer.from('lo'), crc32('hel')), crc32(''));`,
    'options that are none': `for (const o of [{ level: 99 }, { windowBits: 1 }, { chunkSize: 1 }, { strategy: 'x' }, { dictionary: 'x' }]) try { deflateSync('a', o); } catch (e) { console.log(e.name, e.code, e.message); }`,
    'input that is none': `for (const v of [1, null, {}]) try { gzipSync(v); } catch (e) { console.log(e.code, e.message); } console.log(gunzipSync(gzipSync(new Uint16Array([1, 2]))), gunzipSync(gzipSync(new ArrayBuffer(2))));`,
    'large data': `const b = Buffer.alloc(300000, 'abcdefghij'); console.log(inflateSync(deflateSync(b)).equals(b), gunzipSync(gzipSync(b)).length);`,
    'constants and codes': `console.log(constants.Z_BEST_COMPRESSION, constants.Z_FINISH, zlib.codes.Z_DATA_ERROR, zlib.codes['-3'], Object.isFrozen(zlib.codes));`,
    info: `console.log(deflateSync('abc', { info: true }).engine.constructor.name, gzipSync('a', { info: true }).buffer.length);`,
    brotli: {
      code: `console.log(zlib.brotliDecompressSync(zlib.brotliCompressSync('abc')).toString());`,
      differs: 'Brotli and Zstandard are not in the sandbox; their use says so.',
    },
  },
};
