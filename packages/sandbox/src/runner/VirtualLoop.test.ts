import { describe, expect, it } from '@jest/globals';
import { VirtualLoop } from './VirtualLoop.ts';

function drain(loop: VirtualLoop): void {
  while (loop.step());
}

describe('the virtual loop', () => {
  it('fires timers by due time, then by creation, and takes no time for it', () => {
    const loop = new VirtualLoop(1_000, 1);
    const fired: string[] = [];
    loop.setTimer(20, () => fired.push(`b at ${loop.nowMs}`));
    loop.setTimer(10, () => fired.push(`a at ${loop.nowMs}`));
    loop.setTimer(20, () => fired.push(`c at ${loop.nowMs}`));
    drain(loop);
    expect(fired).toEqual(['a at 1010', 'b at 1020', 'c at 1020']);
  });

  it('sees to what has arrived, then to immediates, before time passes', () => {
    const loop = new VirtualLoop(0, 1);
    const fired: string[] = [];
    loop.setTimer(1, () => fired.push('timer'));
    loop.setImmediate(() => fired.push('immediate'));
    loop.post('socket', () => fired.push('arrival'));
    drain(loop);
    expect(fired).toEqual(['arrival', 'immediate', 'timer']);
  });

  it('fires all timers that are due before the immediates that one of them asks for', () => {
    const loop = new VirtualLoop(0, 1);
    const fired: string[] = [];
    loop.setTimer(5, () => {
      fired.push('first');
      loop.setImmediate(() => fired.push('immediate'));
    });
    loop.setTimer(5, () => fired.push('second'));
    drain(loop);
    expect(fired).toEqual(['first', 'second', 'immediate']);
  });

  it('sees to arrivals before an immediate that was asked for by an immediate', () => {
    const loop = new VirtualLoop(0, 1);
    const fired: string[] = [];
    loop.setImmediate(() => {
      loop.setImmediate(() => fired.push('next round'));
      loop.post('socket', () => fired.push('arrival'));
    });
    loop.setImmediate(() => fired.push('same round'));
    drain(loop);
    expect(fired).toEqual(['same round', 'arrival', 'next round']);
  });

  it('lets time pass for a program that polls with immediates', () => {
    const loop = new VirtualLoop(0, 1);
    let done = false;
    const poll = () => {
      if (!done) loop.setImmediate(poll);
    };
    poll();
    loop.setTimer(30_000, () => {
      done = true;
    });
    while (loop.turns < 10_000 && loop.step());
    expect(done).toBe(true);
    expect(loop.nowMs).toBe(30_000);
  });

  it('ends an advance although a program polls for what comes later', () => {
    const loop = new VirtualLoop(0, 1);
    const poll = () => void loop.setImmediate(poll);
    poll();
    loop.advance(10, () => loop.turns < 10_000);
    expect(loop.turns).toBeLessThan(10_000);
    expect(loop.nowMs).toBe(10);
  });

  it('forgets what is cleared', () => {
    const loop = new VirtualLoop(0, 1);
    const fired: string[] = [];
    loop.clear(loop.setTimer(1, () => fired.push('timer')));
    loop.clear(loop.setImmediate(() => fired.push('immediate')));
    drain(loop);
    expect(fired).toEqual([]);
  });

  it('advances by exactly what it is told, with what falls due on the way', () => {
    const loop = new VirtualLoop(0, 1);
    const fired: number[] = [];
    const again = () => {
      fired.push(loop.nowMs);
      loop.setTimer(100, again);
    };
    loop.setTimer(100, again);
    loop.advance(350, () => true);
    expect(fired).toEqual([100, 200, 300]);
    expect(loop.nowMs).toBe(350);
  });

  it('keeps the order within a channel and lets the seed order channels', () => {
    const order = (seed: number) => {
      const loop = new VirtualLoop(0, seed);
      const arrived: string[] = [];
      for (const step of [1, 2])
        for (const channel of ['a', 'b', 'c', 'd'])
          loop.post(channel, () => arrived.push(channel + step));
      drain(loop);
      return arrived;
    };
    for (const seed of [1, 2, 3]) {
      expect(order(seed)).toEqual(order(seed));
      for (const channel of 'abcd')
        expect(order(seed).filter((name) => name.startsWith(channel))).toEqual([
          `${channel}1`,
          `${channel}2`,
        ]);
    }
    expect(new Set([1, 2, 3, 4].map((seed) => order(seed).join())).size).toBeGreaterThan(1);
  });
});
