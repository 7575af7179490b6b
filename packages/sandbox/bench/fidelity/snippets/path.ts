import type { SnippetTable } from './Snippet.ts';

const calls = (name: string, list: string) =>
  `for (const a of ${list}) console.log(JSON.stringify(a), path.${name}(...[a].flat()));`;

export const pathTable: SnippetTable = {
  module: 'path',
  imports: `import path, { posix, win32, sep, delimiter } from 'node:path';`,
  snippets: {
    join: calls(
      'join',
      `[['a', 'b'], ['/a', '../b'], ['a', '', 'c'], ['..', '..', 'x'], ['/', '..'], ['a//b', './c/'], ['']]`,
    ),
    'join of what is no text': `try { path.join('a', 1); } catch (e) { console.log(e.code, e.message); }`,
    resolve: `console.log(path.resolve('/a', 'b', '../c'), path.resolve('/a', '/b', 'c'), path.resolve('/x/./y/'), path.resolve('/', '..', 'a'));`,
    normalize: calls(
      'normalize',
      `['/a/./b/../c//d/', './a', '../a', 'a/..', '', '/', '//a', 'a/b/../../..', '...']`,
    ),
    dirname: calls('dirname', `['/a/b/c', '/a', 'a', '', '/', '//a', 'a/b/', '/a//b']`),
    basename: calls(
      'basename',
      `['/a/b.txt', ['/a/b.txt', '.txt'], ['b.txt', 'txt'], '/a/', '/', '', ['.bashrc', '.bashrc'], ['a.b', 'a.b'], 'a//']`,
    ),
    extname: calls(
      'extname',
      `['a.txt', 'a.b.c', '.bashrc', 'a.', '..', 'a/.b.c', '', 'a.b/c', '.a.b']`,
    ),
    parse: `for (const p of ['/home/u/file.txt', 'file', './a/b', '/', '', '/.x', 'a/b/', '..']) console.log(p, path.parse(p));`,
    format: `console.log(path.format({ dir: '/a', base: 'b.c' }), path.format({ root: '/', name: 'x', ext: 'y' }), path.format({ name: 'x', ext: '.y' }), path.format({ root: '/', base: 'b', dir: '/' }), path.format({}));`,
    relative: `for (const [a, b] of [['/a/b/c', '/a/d'], ['/a', '/a'], ['/a/b', '/a/b/c/d'], ['/', '/x'], ['/x/y', '/'], ['/foo/bar', '/foo/barbaz']]) console.log(a, b, JSON.stringify(path.relative(a, b)));`,
    isAbsolute: calls('isAbsolute', `['/a', 'a', '', './a', '/']`),
    separators: `console.log(sep, delimiter, posix.sep, win32.sep, win32.delimiter, posix === path, path.posix.posix === path.posix);`,
    win32: `console.log(win32.join('a', 'b'), win32.parse('C:\\\\a\\\\b.c'), win32.normalize('C:/a/../b'), win32.isAbsolute('C:\\\\'), win32.relative('C:\\\\a', 'C:\\\\b'));`,
    toNamespacedPath: `console.log(path.toNamespacedPath('/a/b'), path.toNamespacedPath(1));`,
    'format of what is none': `try { path.format(null); } catch (e) { console.log(e.code, e.message); } try { path.parse(); } catch (e) { console.log(e.message); }`,
    'what is exported': `console.log(Object.keys(path).sort().join());`,
  },
};
