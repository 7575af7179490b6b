import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import {
  createWorkspace,
  filesOf,
  readFiles,
  readLogWhile,
  replaceFiles,
} from './workspaceDocument.ts';

describe('a workspace document', () => {
  it('gives back its files, with LF line ends', () => {
    const doc = createWorkspace({ 'src/b.ts': 'b\r\nb\rb\n', 'src/a.ts': '' });
    expect(readFiles(doc)).toEqual({ 'src/a.ts': '', 'src/b.ts': 'b\nb\nb\n' });
  });

  it('reads as LF what an editor wrote with CR', () => {
    const doc = createWorkspace({ 'a.ts': 'one' });
    filesOf(doc).get('a.ts')?.insert(3, '\r\ntwo');
    expect(readFiles(doc)).toEqual({ 'a.ts': 'one\ntwo' });
  });

  it('replaces only what differs, so that a cursor stays with its text', () => {
    const doc = createWorkspace({ 'a.ts': 'const a = 1;\nconst b = 2;\n', 'old.ts': 'x' });
    const text = filesOf(doc).get('a.ts') ?? new Y.Text();
    const cursor = Y.createRelativePositionFromTypeIndex(text, 19);
    replaceFiles(doc, { 'a.ts': 'const answer = 1;\nconst b = 2;\n', 'new.ts': 'y' });
    expect(readFiles(doc)).toEqual({ 'a.ts': 'const answer = 1;\nconst b = 2;\n', 'new.ts': 'y' });
    expect(Y.createAbsolutePositionFromRelativePosition(cursor, doc)?.index).toBe(24);
  });

  it.each([
    ['🙂a', '🙃a'],
    ['a🙂', 'a🙂🙂'],
    ['\udc42x', '\udc43x'],
    ['aaa', 'aa'],
    ['', 'x'],
    ['🙂', ''],
    ['\ud83d\ude42', '\ud83e\ude42'],
  ])('turns %j into %j', (from, to) => {
    const doc = createWorkspace({ 'a.ts': from });
    replaceFiles(doc, { 'a.ts': to });
    expect(readFiles(doc)).toEqual({ 'a.ts': to });
  });

  it('remembers the files of the last moment at which it had a name', () => {
    const doc = new Y.Doc();
    const log: Uint8Array[] = [];
    doc.on('update', (update) => log.push(update));
    replaceFiles(doc, { 'index.ts': '1' });
    replaceFiles(doc, { 'index.ts': '2', 'more.ts': '' });
    replaceFiles(doc, { 'app.py': '3' });
    const filesWith = (name: string) => readLogWhile(log, (paths) => paths.has(name));
    expect(filesWith('index.ts')).toEqual({ 'index.ts': '2', 'more.ts': '' });
    expect(filesWith('app.py')).toEqual({ 'app.py': '3' });
    expect(filesWith('app.rb')).toBeUndefined();
  });
});
