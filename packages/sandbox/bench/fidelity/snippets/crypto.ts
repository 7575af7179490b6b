import type { SnippetTable } from './Snippet.ts';

export const cryptoTable: SnippetTable = {
  module: 'crypto',
  imports: `import crypto, { createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual, scryptSync, scrypt, pbkdf2Sync, pbkdf2, hash } from 'node:crypto'; import { promisify } from 'node:util';`,
  snippets: {
    digests: `for (const n of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'ripemd160', 'sha3-256', 'sha3-512', 'SHA256', 'sha-256']) try { console.log(n, createHash(n).update('abc').digest('hex')); } catch (e) { console.log(n, e.message); }`,
    'in pieces and encodings': `const h = createHash('sha256').update('a').update(Buffer.from('b')).update('63', 'hex').update(new Uint8Array([100])); console.log(h.digest('base64'), createHash('sha1').update('ä', 'latin1').digest('base64url'), createHash('md5').update('').digest());`,
    'a digest once': `const h = createHash('sha256'); h.digest(); try { h.digest(); } catch (e) { console.log(e.name, e.code, e.message); } try { h.update('x'); } catch (e) { console.log(e.code, e.message); }`,
    copy: `const h = createHash('sha256').update('a'); const c = h.copy(); console.log(h.update('b').digest('hex') === createHash('sha256').update('ab').digest('hex'), c.digest('hex') === createHash('sha256').update('a').digest('hex'));`,
    hmac: `console.log(createHmac('sha256', 'key').update('data').digest('hex'), createHmac('sha512', Buffer.from('k')).update('a').update('b').digest('base64'), createHmac('md5', '').update('x').digest('hex'));`,
    'hash at once': `console.log(hash('sha256', 'abc'), hash('sha1', Buffer.from('abc'), 'base64'), hash('md5', 'x', 'buffer'));`,
    'random bytes': `console.log(randomBytes(8).length, randomBytes(0).length, await promisify(randomBytes)(4).then((b) => b.length), Buffer.isBuffer(randomBytes(1))); try { randomBytes(-1); } catch (e) { console.log(e.name, e.code); } try { randomBytes('x'); } catch (e) { console.log(e.code, e.message); }`,
    'random numbers': `const n = randomInt(10); console.log(n >= 0 && n < 10, randomInt(5, 6), await new Promise((r) => randomInt(3, (e, v) => r(v < 3)))); for (const a of [[5, 5], ['x'], [0, 2 ** 50]]) try { randomInt(...a); } catch (e) { console.log(e.name, e.code); }`,
    'random UUIDs': `console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(randomUUID()), randomUUID() !== randomUUID());`,
    'random fill': `const b = Buffer.alloc(8); console.log(crypto.randomFillSync(b) === b, b.some((x) => x !== 0));`,
    timingSafeEqual: `console.log(timingSafeEqual(Buffer.from('a'), Buffer.from('a')), timingSafeEqual(Buffer.from('a'), Buffer.from('b'))); try { timingSafeEqual(Buffer.from('a'), Buffer.from('ab')); } catch (e) { console.log(e.name, e.code, e.message); } try { timingSafeEqual('a', 'a'); } catch (e) { console.log(e.code, e.message); }`,
    scrypt: `console.log(scryptSync('pw', 'salt', 16, { N: 1024 }).toString('hex'), (await promisify(scrypt)('pw', 'salt', 8)).toString('hex')); try { scryptSync('p', 's', 8, { N: 3 }); } catch (e) { console.log(e.name, e.code); }`,
    pbkdf2: `console.log(pbkdf2Sync('pw', 'salt', 10, 16, 'sha256').toString('hex'), (await promisify(pbkdf2)('pw', 'salt', 5, 8, 'sha512')).toString('hex')); try { pbkdf2Sync('p', 's', 1, 8, 'nope'); } catch (e) { console.log(e.name, e.code, e.message); }`,
    'a digest that is none': `try { createHash('nope'); } catch (e) { console.log(e.message); } try { createHmac('nope', 'k'); } catch (e) { console.log(e.code, e.message); }`,
    'input that is none': `for (const f of [() => createHash('sha256').update(1), () => createHash(), () => createHmac('sha256'), () => createHash('sha256').update(null)]) try { f(); } catch (e) { console.log(e.name, e.code, e.message); }`,
    'what there is': `console.log(crypto.getHashes().includes('sha256'), typeof crypto.webcrypto.subtle, crypto.webcrypto === globalThis.crypto || typeof crypto.webcrypto.getRandomValues);`,
    'as a stream': `const h = createHash('sha256'); h.on('readable', () => { const d = h.read(); if (d) console.log(d.toString('hex')); }); h.write('abc'); h.end(); await new Promise((r) => setTimeout(r, 5));`,
    ciphers: {
      code: `const c = crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16)); console.log(c.update('a', 'utf8', 'hex') + c.final('hex'));`,
      differs: 'Ciphers, keys and signatures are not in the sandbox; their use says so.',
    },
  },
};
