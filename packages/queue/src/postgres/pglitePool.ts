import { EventEmitter } from 'node:events';
import type { PGlite } from '@assay/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import { queueSchema } from './queueSchema.ts';
import { PgliteClient } from './pgliteClient.ts';
import { runOnPglite } from './runOnPglite.ts';

/**
 * A `pg.Pool` for BullMQ over the one connection of a PGlite that the application uses as well.
 * Statements of several clients take turns, a client's transaction excludes all others, and each
 * statement runs with the queue's own `search_path`, so the application's tables keep their names.
 *
 * PGlite's own adapter for node-postgres does not fit: it sends the messages of a statement one by one,
 * so two users of one PGlite cut into each other, and it offers a single client, which LISTEN would hold.
 */
export function pglitePool(pglite: PGlite): PgPool {
  return new PglitePool(pglite);
}

class PglitePool extends EventEmitter implements PgPool {
  /** Read by BullMQ: there is no socket that could drop unnoticed, so waiting long is safe. */
  readonly options = { keepAlive: true };
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
    // One listener for each queue and consumer; more than Node's default of ten is no leak here.
    this.setMaxListeners(100);
  }

  query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    return this.#pglite.transaction(async (transaction) => {
      await transaction.exec(`SET LOCAL search_path TO ${queueSchema}`);
      return runOnPglite<R>(transaction, text, params);
    });
  }

  async connect(): Promise<PgPoolClient> {
    await this.#pglite.waitReady;
    return new PgliteClient(this.#pglite);
  }

  /** The PGlite belongs to its creator, who closes it. */
  async end(): Promise<void> {}
}
