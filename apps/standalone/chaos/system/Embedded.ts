import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@assay/db';
import { freePort } from '@assay/queue/testing';
import { Browser } from '#testing/Browser.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

/** `npm start` as a process of its own, on a data folder of its own. */
export class Embedded {
  readonly #folder: string;
  readonly #remove: () => Promise<void>;
  readonly #port: number;
  #link = '';
  program: Program;

  private constructor(folder: string, port: number, remove: () => Promise<void>) {
    this.#folder = folder;
    this.#remove = remove;
    this.#port = port;
    this.program = this.#run();
  }

  /** On a temporary folder, or on one that `remove` takes away in the end. */
  static async start(folder?: string, remove?: () => Promise<void>): Promise<Embedded> {
    const own = folder ?? (await mkdtemp(join(tmpdir(), 'assay-chaos-')));
    const embedded = new Embedded(
      own,
      await freePort(),
      remove ?? (() => rm(own, { recursive: true, force: true })),
    );
    await embedded.#works();
    const [, link = ''] = await embedded.program.prints(/First admin +(http:\S+)/);
    embedded.#link = link;
    return embedded;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The first admin, once: the link works one time. */
  admin(): Promise<Browser> {
    return Browser.signIn(this.url, this.#link);
  }

  /** Starts it anew after its end. */
  async restart(): Promise<void> {
    this.program = this.#run();
    await this.#works();
  }

  /** Gives the database to `work` while the program is ended for it: one process at a time may have it. */
  async read<T>(work: (db: Database) => Promise<T>): Promise<T> {
    await this.program.stop('SIGTERM');
    const { db, close } = await openDatabase(this.#folder);
    try {
      return await work(db);
    } finally {
      await close();
      await this.restart();
    }
  }

  async close(): Promise<void> {
    await this.program.stop('SIGKILL');
    await this.#remove();
  }

  #run(): Program {
    return startProgram(main, {
      PORT: String(this.#port),
      ASSAY_DATA_DIR: this.#folder,
      ASSAY_URL: this.url,
      ASSAY_DEMO: '0',
    });
  }

  async #works(): Promise<void> {
    await this.program.prints(/Stop +Ctrl-C/);
  }
}
