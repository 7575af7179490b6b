import { randomUUID } from 'node:crypto';
import { findNodeGap, silenceMs } from '@assay/contracts/clock';
import { closeConnection, findAttempt, listConnections, openConnection } from '@assay/db';
import type { Services } from '#services.ts';
import { giveTimeNow, givenFor } from './giveTime.ts';

/** Anything that is connected, and says when it is no more. */
type Connected = { once(event: 'disconnect', listener: () => void): unknown };

/**
 * Writes down when candidates are connected while their clock runs. A gap that our node left behind is given back;
 * one of the candidate's own network is for people to see.
 */
export class Connections {
  readonly #nodeId: string;
  #stopping = false;

  constructor(nodeId: string) {
    this.#nodeId = nodeId;
  }

  /** From now on, connections end because this node goes. */
  stop(): void {
    this.#stopping = true;
  }

  async follow(services: Services, attemptId: string, socket: Connected): Promise<void> {
    const { db, now, background } = services;
    const id = randomUUID();
    const gone = Promise.withResolvers<void>();
    socket.once('disconnect', () => gone.resolve());
    if ((await findAttempt(db, attemptId))?.attempt.state !== 'running') return;
    const at = now();
    const before = await listConnections(db, attemptId, new Date(at.getTime() - silenceMs));
    await openConnection(db, { id, attemptId, nodeId: this.#nodeId, openedAt: at });
    void gone.promise.then(() => {
      const by = this.#stopping ? 'node' : 'network';
      background.run('record the end of a connection', () =>
        closeConnection(db, id, { at: now(), by }),
      );
    });
    // Somebody who was still connected elsewhere had no gap.
    if (before.some(({ closedAt }) => closedAt === null)) return;
    const last = before.toSorted((a, b) => Number(a.closedAt) - Number(b.closedAt)).at(-1);
    if (last?.closedBy !== 'node' || last.closedAt === null) return;
    const gap = findNodeGap(last.closedAt.getTime(), at.getTime());
    if (gap !== undefined)
      await giveTimeNow(
        services,
        attemptId,
        givenFor(gap, `connection:${last.id}`, 'connection_lost'),
      );
  }
}
