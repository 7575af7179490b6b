import { describe, expect, it } from '@jest/globals';
import { maxUpdateBytes } from '@assay/contracts/realtime';
import { maxFileLength } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import { GuardedDocument } from './guardedDocument.ts';
import { createWorkspace, filesOf, readFiles } from './workspaceDocument.ts';

const starter = { 'src/index.ts': 'export const a = 1;\n' };

function guarded(): GuardedDocument {
  const document = new GuardedDocument();
  document.load(Y.encodeStateAsUpdate(createWorkspace(starter)), 'server');
  return document;
}

/** A client that has what the server has. */
function clientOf({ doc }: GuardedDocument): Y.Doc {
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(doc));
  return client;
}

function changeBy(document: GuardedDocument, change: (client: Y.Doc) => void): Uint8Array {
  const client = clientOf(document);
  const before = Y.encodeStateVector(client);
  change(client);
  return Y.encodeStateAsUpdate(client, before);
}

const type = (client: Y.Doc, text: string) => filesOf(client).get('src/index.ts')?.insert(0, text);

describe('a guarded document', () => {
  it('takes typing, new files, renames and deletions', () => {
    const document = guarded();
    const update = changeBy(document, (client) => {
      type(client, '// hello\n');
      filesOf(client).set('src/new.ts', new Y.Text('new'));
      filesOf(client).set('gone.ts', new Y.Text('gone'));
      filesOf(client).delete('gone.ts');
    });
    expect(document.check(update, 'candidate')).toEqual({ ok: true, changed: true });
    document.commit();
    expect(readFiles(document.doc)).toEqual({
      'src/index.ts': '// hello\nexport const a = 1;\n',
      'src/new.ts': 'new',
    });
  });

  it('says that a repeated update brings nothing new', () => {
    const document = guarded();
    const update = changeBy(document, (client) => type(client, 'x'));
    document.check(update, 'candidate');
    document.commit();
    expect(document.check(update, 'candidate')).toEqual({ ok: true, changed: false });
  });

  const hostile: Record<string, (client: Y.Doc) => void> = {
    'a name that leaves the workspace': (client) => filesOf(client).set('../x', new Y.Text('x')),
    'an absolute name': (client) => filesOf(client).set('/etc/passwd', new Y.Text('x')),
    'a name with NUL': (client) => filesOf(client).set('a\0b', new Y.Text('x')),
    'the name __proto__': (client) => filesOf(client).set('__proto__', new Y.Text('x')),
    'another shared type': (client) => client.getText('elsewhere').insert(0, 'x'),
    'a value that is no text': (client) => client.getMap('files').set('a.ts', 'x'),
    'a map for a file': (client) => client.getMap('files').set('a.ts', new Y.Map()),
    'a sub-document': (client) => client.getMap('files').set('a.ts', new Y.Doc()),
    'an XML text for a file': (client) => client.getMap('files').set('a.ts', new Y.XmlText('x')),
    'a list in place of the map': (client) => client.getArray('files').insert(0, [new Y.Text('x')]),
    'formatted text': (client) => filesOf(client).get('src/index.ts')?.format(0, 3, { bold: true }),
    'an embed': (client) => filesOf(client).get('src/index.ts')?.insertEmbed(0, { image: 'x' }),
    'a text in a text': (client) =>
      filesOf(client).get('src/index.ts')?.insertEmbed(0, new Y.Text('x')),
    'too many files': (client) => {
      for (let n = 0; n < 300; n += 1) filesOf(client).set(`f${n}.ts`, new Y.Text());
    },
  };
  it.each(Object.keys(hostile))('refuses %s and stays unharmed', (name) => {
    const document = guarded();
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(document.doc));
    const before = Y.encodeStateVector(client);
    hostile[name]?.(client);
    expect(document.check(Y.encodeStateAsUpdate(client, before), 'candidate')).toMatchObject({
      ok: false,
    });
    document.commit();
    expect(readFiles(document.doc)).toEqual(starter);
    expect(
      document.check(
        changeBy(document, (other) => type(other, '!')),
        'candidate',
      ),
    ).toMatchObject({ ok: true });
  });

  it('refuses a file that grows too long, naming the limit', () => {
    const document = guarded();
    for (let part = 0; part < 3; part += 1) {
      const update = changeBy(document, (client) => type(client, 'x'.repeat(100_000)));
      const checked = document.check(update, 'candidate');
      if (part < 2) expect(checked).toEqual({ ok: true, changed: true });
      else
        expect(checked).toMatchObject({
          code: 'too_large',
          message: expect.stringContaining(`${maxFileLength}`),
        });
      document.commit();
    }
  });

  it('refuses an update over the limit before it looks inside', () => {
    expect(guarded().check(new Uint8Array(maxUpdateBytes + 1), 'candidate')).toMatchObject({
      code: 'too_large',
    });
  });

  it('refuses a change that builds on one that has not arrived', () => {
    const document = guarded();
    const client = clientOf(document);
    type(client, 'first ');
    const between = Y.encodeStateVector(client);
    type(client, 'second ');
    expect(document.check(Y.encodeStateAsUpdate(client, between), 'candidate')).toMatchObject({
      code: 'gap',
    });
    expect(document.check(Y.encodeStateAsUpdate(client), 'candidate')).toMatchObject({ ok: true });
  });

  it('refuses a change under the client id of somebody else', () => {
    const document = guarded();
    const update = changeBy(document, (client) => {
      client.clientID = [...document.doc.store.clients.keys()][0] ?? 0;
      type(client, 'forged');
    });
    expect(document.check(update, 'candidate')).toMatchObject({ code: 'malformed' });
    expect(document.check(update, 'server')).toMatchObject({ ok: true });
  });

  it('keeps what passed before a refusal', () => {
    const document = guarded();
    const client = clientOf(document);
    const updates: Uint8Array[] = [];
    client.on('update', (update: Uint8Array) => updates.push(update));
    type(client, 'b');
    type(client, 'a');
    const [first = new Uint8Array(), second = new Uint8Array()] = updates;
    expect(document.check(first, 'candidate')).toMatchObject({ ok: true });
    expect(document.check(new Uint8Array([1, 2, 3]), 'candidate')).toMatchObject({
      code: 'malformed',
    });
    expect(document.check(second, 'candidate')).toMatchObject({ ok: true });
    document.commit();
    expect(readFiles(document.doc)['src/index.ts']).toBe('abexport const a = 1;\n');
  });

  it('survives 2,000 mutated updates: each is refused, or leaves a sound document', () => {
    const document = guarded();
    const random = mulberry32(7);
    const sound = changeBy(document, (client) => {
      type(client, 'let x = "🙂";\n');
      filesOf(client).set('src/more.ts', new Y.Text('more'));
    });
    for (let round = 0; round < 2_000; round += 1) {
      const mutant = sound.slice(
        0,
        random() < 0.2 ? Math.ceil(random() * sound.length) : sound.length,
      );
      for (let flip = 0; flip < 1 + random() * 3; flip += 1) {
        mutant[Math.floor(random() * mutant.length)] = Math.floor(random() * 256);
      }
      document.check(mutant, `author-${round}`);
      document.rollback();
    }
    expect(readFiles(document.doc)).toEqual(starter);
    document.check(sound, 'candidate');
    document.commit();
    expect(readFiles(document.doc)['src/more.ts']).toBe('more');
  });
});

/** A small seeded generator, so that a failing round can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
