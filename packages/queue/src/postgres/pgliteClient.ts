import { EventEmitter } from 'node:events';
import type { PGlite, Transaction } from '@assay/pglite';
import type { PgPoolClient, PgQueryResult } from 'bullmq';
import { queueSchema } from './queueSchema.ts';
import { runOnPglite } from './runOnPglite.ts';

const leadingComments = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;

type OpenTransaction = {
  transaction: Transaction;
  /** Ends the transaction; resolves when PGlite has done so. */
  end(outcome: 'commit' | 'rollback'): Promise<void>;
};

/**
 * One checked-out client of a `pglitePool`. `BEGIN` … `COMMIT` becomes a PGlite transaction, which holds
 * the connection against everybody else; `LISTEN` becomes a subscription that ends with the client.
 */
export class PgliteClient extends EventEmitter implements PgPoolClient {
  readonly #pglite: PGlite;
  readonly #channels = new Map<string, Promise<() => Promise<void>>>();
  #open: OpenTransaction | undefined;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    const statement = text.replace(leadingComments, '').replace(/[\s;]+$/, '');
    const channel = /^listen\s+"?(\w+)"?$/i.exec(statement)?.[1];
    if (channel !== undefined) {
      await this.#listen(channel);
      return { rows: [], rowCount: 0 };
    }
    switch (statement.toUpperCase()) {
      case 'BEGIN':
        this.#open = await this.#begin();
        return { rows: [], rowCount: 0 };
      case 'COMMIT':
      case 'ROLLBACK':
        await this.#end(statement.toUpperCase() === 'COMMIT' ? 'commit' : 'rollback');
        return { rows: [], rowCount: 0 };
    }
    if (this.#open) return runOnPglite<R>(this.#open.transaction, text, params);
    return this.#pglite.transaction(async (transaction) => {
      await transaction.exec(`SET LOCAL search_path TO ${queueSchema}, public`);
      return runOnPglite<R>(transaction, text, params);
    });
  }

  /** Gives the client back: its open transaction is rolled back and its subscriptions end. */
  release(): void {
    const channels = [...this.#channels.values()];
    this.#channels.clear();
    const ending = [this.#end('rollback'), ...channels.map(async (channel) => (await channel)())];
    // A PGlite that is closed already has no transaction and no subscription left to end.
    void Promise.allSettled(ending);
  }

  async #listen(channel: string): Promise<void> {
    const subscription =
      this.#channels.get(channel) ??
      this.#pglite.listen(channel, (payload) => this.emit('notification', { channel, payload }));
    this.#channels.set(channel, subscription);
    await subscription;
  }

  async #end(outcome: 'commit' | 'rollback'): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.end(outcome);
  }

  /** PGlite ends a transaction when its callback does, so the callback waits until COMMIT or ROLLBACK arrives. */
  async #begin(): Promise<OpenTransaction> {
    const started = Promise.withResolvers<Transaction>();
    const ending = Promise.withResolvers<'commit' | 'rollback'>();
    const done = this.#pglite.transaction(async (transaction) => {
      started.resolve(transaction);
      if ((await ending.promise) === 'rollback') await transaction.rollback();
    });
    done.catch(started.reject);
    const transaction = await started.promise;
    return {
      transaction,
      end: async (outcome) => {
        ending.resolve(outcome);
        await done;
      },
    };
  }
}
