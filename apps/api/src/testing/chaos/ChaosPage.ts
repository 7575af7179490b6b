import { filesOf } from '@assay/workspace';
import { LiveConnection, type WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';
import type * as Y from 'yjs';
import { FaultyLine } from './FaultyLine.ts';
import type { PreparedSession } from './liveServerProcess.ts';

export const chaosFile = 'src/index.ts';
export const chaosDocuments = ['code', 'board'] as const;

/** A page of a session as the web app has it, over a line with faults: it writes lines and shapes that it can be asked for. */
export class ChaosPage {
  readonly name: string;
  readonly connection: LiveConnection;
  readonly line: FaultyLine;
  readonly #socket: WorkspaceSocket;
  readonly #random: () => number;
  /** What it wrote and has not taken back, by document; and what of it the server has acknowledged. */
  readonly wrote = { code: new Set<string>(), board: new Set<string>() };
  readonly acknowledged = { code: new Set<string>(), board: new Set<string>() };
  #count = 0;

  constructor(
    url: string,
    sessionId: string,
    { as, cookie }: PreparedSession['people'][number],
    { name, random }: { name: string; random: () => number },
  ) {
    this.name = name;
    this.#random = random;
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      autoConnect: false,
      // As the page's own.
      reconnectionDelay: 500,
      reconnectionDelayMax: 2_000,
      extraHeaders: { cookie },
    });
    this.line = new FaultyLine(this.#socket, random);
    this.connection = new LiveConnection(this.#socket, { sessionId, as }, chaosDocuments);
    this.connection.subscribe(() => this.#watch());
    this.#watch();
    this.#socket.connect();
  }

  doc(name: 'code' | 'board'): Y.Doc {
    const document = this.connection.view().documents.get(name);
    if (document === undefined) throw new Error(`${this.name} has no ${name}.`);
    return document.doc;
  }

  get isReady(): boolean {
    const { entrance, documents } = this.connection.view();
    return entrance.kind === 'inside' && [...documents.values()].every(({ opened }) => opened);
  }

  /** One thing that people do: a line more, or one less; a shape put down, moved or taken away; a look elsewhere. */
  act(): void {
    const lot = this.#random();
    if (lot < 0.65) this.#writeLine();
    else if (lot < 0.75) this.#takeBackLine();
    else if (lot < 0.9) this.#setShape();
    else if (lot < 0.95) this.#takeBackShape();
    else this.connection.say({ view: 'code', file: chaosFile });
  }

  close(): void {
    this.line.close();
    this.connection.close();
    this.#socket.disconnect();
  }

  #writeLine(): void {
    const text = filesOf(this.doc('code')).get(chaosFile);
    if (text === undefined) return;
    const line = `${this.name}.${(this.#count += 1)}`;
    const starts = [0, ...[...text.toString().matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.wrote.code.add(line);
    text.insert(starts[Math.floor(this.#random() * starts.length)] ?? 0, `${line}\n`);
  }

  #takeBackLine(): void {
    const text = filesOf(this.doc('code')).get(chaosFile);
    const [line] = this.wrote.code;
    const at = text?.toString().indexOf(`${line}\n`) ?? -1;
    if (line === undefined || at < 0) return;
    this.wrote.code.delete(line);
    this.acknowledged.code.delete(line);
    text?.delete(at, line.length + 1);
  }

  #setShape(): void {
    const again = this.#random() < 0.5 ? [...this.wrote.board].at(-1) : undefined;
    const id = again ?? `${this.name}.${(this.#count += 1)}`;
    this.wrote.board.add(id);
    this.doc('board').getMap('elements').set(id, { id, type: 'rectangle', x: this.#random() });
  }

  #takeBackShape(): void {
    const [id] = this.wrote.board;
    if (id === undefined) return;
    this.wrote.board.delete(id);
    this.acknowledged.board.delete(id);
    this.doc('board').getMap('elements').delete(id);
  }

  /** Notes what the page says is saved, whenever it says so. */
  #watch(): void {
    for (const name of chaosDocuments) {
      const document = this.connection.view().documents.get(name);
      if (document === undefined || this.#watched.has(document)) continue;
      this.#watched.add(document);
      document.subscribe(() => {
        if (document.saveState.kind === 'saved')
          for (const written of this.wrote[name]) this.acknowledged[name].add(written);
      });
    }
  }

  readonly #watched = new WeakSet<object>();
}
