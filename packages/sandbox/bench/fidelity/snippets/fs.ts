import type { SnippetTable } from './Snippet.ts';

export const fsTable: SnippetTable = {
  module: 'fs',
  imports: `import fs from 'node:fs'; import fsp from 'node:fs/promises'; import path from 'node:path'; import { text } from 'node:stream/consumers'; import { promisify } from 'node:util'; const dir = fs.mkdtempSync('/tmp/x-'); const at = (...n) => path.join(dir, ...n); const fails = (f) => { try { f(); } catch (e) { console.log(e.code, e.syscall, e.errno, e.message.replaceAll(dir, '')); } };`,
  snippets: {
    'write and read': `fs.writeFileSync(at('a'), 'häy'); console.log(fs.readFileSync(at('a'), 'utf8'), fs.readFileSync(at('a')), fs.readFileSync(at('a'), { encoding: 'base64' }));`,
    append: `fs.writeFileSync(at('a'), '1'); fs.appendFileSync(at('a'), '2'); fs.writeFileSync(at('a'), '3', { flag: 'a' }); console.log(fs.readFileSync(at('a'), 'utf8'));`,
    'what is not there': `fails(() => fs.readFileSync(at('no'))); fails(() => fs.statSync(at('no'))); fails(() => fs.readdirSync(at('no'))); fails(() => fs.unlinkSync(at('no'))); fails(() => fs.writeFileSync(at('no', 'x'), '')); console.log(fs.existsSync(at('no')), fs.existsSync(dir));`,
    directories: `fs.mkdirSync(at('a/b/c'), { recursive: true }); fs.writeFileSync(at('a/f'), ''); console.log(fs.readdirSync(at('a')).sort(), fs.readdirSync(at('a'), { withFileTypes: true }).map((d) => [d.name, d.isDirectory(), d.isFile()]).sort()); fails(() => fs.mkdirSync(at('a'))); fails(() => fs.rmdirSync(at('a')));`,
    'a directory is no file': {
      code: `fs.mkdirSync(at('d')); fails(() => fs.readFileSync(at('d'))); fails(() => fs.writeFileSync(at('d'), ''));`,
      differs: "Node's in-memory file system names the call open where the real one says read.",
    },
    stat: `fs.writeFileSync(at('f'), '12345'); const s = fs.statSync(at('f')); console.log(s.size, s.isFile(), s.isDirectory(), s.isSymbolicLink(), s.mtime instanceof Date, typeof s.mtimeMs, fs.statSync(at('zz'), { throwIfNoEntry: false }));`,
    'rename, copy and remove': `fs.writeFileSync(at('a'), 'x'); fs.renameSync(at('a'), at('b')); fs.copyFileSync(at('b'), at('c')); console.log(fs.readdirSync(dir).sort(), fs.readFileSync(at('c'), 'utf8')); fs.unlinkSync(at('b')); fs.rmSync(at('c')); fs.rmSync(at('zz'), { force: true }); console.log(fs.readdirSync(dir)); fails(() => fs.rmSync(at('zz')));`,
    'remove a tree': `fs.mkdirSync(at('t/u'), { recursive: true }); fs.writeFileSync(at('t/u/f'), ''); fs.rmSync(at('t'), { recursive: true }); console.log(fs.existsSync(at('t')));`,
    promises: `await fsp.writeFile(at('p'), 'one'); await fsp.appendFile(at('p'), 'two'); console.log(await fsp.readFile(at('p'), 'utf8'), (await fsp.stat(at('p'))).size, await fsp.readdir(dir)); await fsp.readFile(at('no')).catch((e) => console.log(e.code, e.syscall)); await fsp.mkdir(at('q')); await fsp.rm(at('p')); console.log(await fsp.access(at('p')).catch((e) => e.code)); console.log(fs.promises === fsp);`,
    callbacks: `await promisify(fs.writeFile)(at('c'), 'cb'); await new Promise((r) => fs.readFile(at('c'), 'utf8', (e, v) => { console.log(e, v); r(); })); await new Promise((r) => fs.readFile(at('no'), (e, v) => { console.log(e.code, v); r(); })); await new Promise((r) => fs.stat(at('c'), (e, s) => { console.log(e, s.size); r(); })); await new Promise((r) => fs.unlink(at('c'), (e) => { console.log(e); r(); }));`,
    'a callback that is none': `try { fs.readFile(at('a')); } catch (e) { console.log(e.code, e.message); }`,
    descriptors: `const f = fs.openSync(at('d'), 'w+'); fs.writeSync(f, 'hello'); const b = Buffer.alloc(3); console.log(fs.readSync(f, b, 0, 3, 1), b.toString(), fs.fstatSync(f).size); fs.closeSync(f); fails(() => fs.openSync(at('no'), 'r')); fails(() => fs.openSync(at('d'), 'wx'));`,
    streams: `const w = fs.createWriteStream(at('s')); w.write('a'); w.end('b'); await new Promise((r) => w.on('finish', r)); console.log(await text(fs.createReadStream(at('s'), 'utf8'))); const r = fs.createReadStream(at('no')); await new Promise((d) => r.on('error', (e) => { console.log(e.code); d(); }));`,
    'file handles': {
      code: `const h = await fsp.open(at('h'), 'w+'); await h.writeFile('line'); console.log((await h.stat()).size); await h.close(); console.log(await fsp.readFile(at('h'), 'utf8'));`,
      differs: 'A file handle reads and writes by position; it has no methods for the whole file.',
    },
    'truncate and access': {
      code: `fs.writeFileSync(at('t'), 'abcdef'); fs.truncateSync(at('t'), 2); console.log(fs.readFileSync(at('t'), 'utf8')); console.log(fs.accessSync(at('t'), fs.constants.R_OK)); fails(() => fs.accessSync(at('no')));`,
      differs: "Node's in-memory file system names the call stat where the real one says access.",
    },
    links: `fs.writeFileSync(at('f'), 'x'); fs.symlinkSync(at('f'), at('l')); console.log(fs.readlinkSync(at('l')) === at('f'), fs.lstatSync(at('l')).isSymbolicLink(), fs.readFileSync(at('l'), 'utf8'), fs.realpathSync(at('l')) === at('f'));`,
    'URLs and buffers as paths': `const u = new URL('file://' + at('u')); fs.writeFileSync(u, 'url'); console.log(fs.readFileSync(Buffer.from(at('u')), 'utf8'), fs.existsSync(u));`,
    JSON: `fs.writeFileSync(at('j'), JSON.stringify({ a: 1 })); console.log(JSON.parse(fs.readFileSync(at('j'))));`,
    'recursive readdir': `fs.mkdirSync(at('r/s'), { recursive: true }); fs.writeFileSync(at('r/s/f'), ''); console.log(fs.readdirSync(at('r'), { recursive: true }).sort());`,
  },
};
