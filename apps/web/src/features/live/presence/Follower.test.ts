import { describe, expect, it } from '@jest/globals';
import type { Awareness, RosterEntry } from '@assay/contracts/live';
import { Follower } from './Follower.ts';
import type { Presence } from './presence.ts';

const noor: RosterEntry = {
  participantId: 'noor',
  role: 'candidate',
  name: 'Noor',
  colour: '#1971c2',
  presence: 'present',
  connections: ['page-1', 'page-2'],
  frozen: false,
};

function presence() {
  let states: ReadonlyMap<string, Awareness> = new Map();
  const listeners = new Set<() => void>();
  const source: Presence = {
    others: () => states,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const move = (connection: string, state: Awareness) => {
    states = new Map([...states, [connection, state]]);
    for (const listener of listeners) listener();
  };
  return { source, move, listeners };
}

describe('following somebody', () => {
  it('goes where they are, and wherever they go, on whichever of their pages, and to nobody else', () => {
    const { source, move } = presence();
    move('page-2', { view: 'code', file: 'a.ts' });
    const places: Awareness[] = [];
    const follower = new Follower(source, noor, {
      go: (place) => places.push(place),
      end: () => {},
    });
    move('somebody', { view: 'code', file: 'x.ts' });
    move('page-2', { view: 'board' });
    follower.again();
    expect(places).toEqual([{ view: 'code', file: 'a.ts' }, { view: 'board' }, { view: 'board' }]);
  });

  it('ends when they leave, and listens no more once it is over', () => {
    const { source, move, listeners } = presence();
    let ends = 0;
    const places: Awareness[] = [];
    const follower = new Follower(source, noor, {
      go: (place) => places.push(place),
      end: () => (ends += 1),
    });
    follower.setPerson({ ...noor, connections: ['page-3'] });
    move('page-3', { view: 'board' });
    expect(places).toHaveLength(1);
    follower.setPerson({ ...noor, presence: 'away' });
    expect(ends).toBe(1);
    follower.dispose();
    move('page-3', { view: 'code' });
    expect(places).toHaveLength(1);
    expect(listeners.size).toBe(0);
  });
});
