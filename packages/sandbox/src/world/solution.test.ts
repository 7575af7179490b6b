import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge(1);

const counter = `
  let count = 0;
  export const step = 2;
  export const next = () => (count += step);
  export class Box { constructor(value) { this.value = value; } open() { return this.value; } }
  export default function greet() { return 'hello'; }
`;

describe('solution', () => {
  it('can be imported by name, as a whole and by default', async () => {
    const verdict = await judged({
      solution: counter,
      tests: `
        import greet, { next } from 'solution';
        import * as solution from 'solution';
        import { restart } from 'world';
        it('has what it exports', async () => {
          expect(Object.keys(solution).toSorted()).toEqual(['Box', 'default', 'next', 'step']);
          expect(greet()).toBe('hello');
          expect(next()).toBe(2);
          expect(solution.next()).toBe(4);
          await restart();
          expect(solution.next()).toBe(2);
          expect(new solution.Box(solution.step).open()).toBe(2);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['has what it exports: passed']);
  });

  it('rejects the calls that a crash cuts off, and none of its things outlives it', async () => {
    const verdict = await judged({
      seedSql: 'CREATE TABLE notes (text text)',
      solution: `
        import pg from 'pg';
        const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
        export const write = async (text) => (await pool.query('INSERT INTO notes VALUES ($1)', [text])).rowCount;
        export class Box { open() { return 'open'; } }
        export const sleep = (ms, wake) => new Promise((resolve) => setTimeout(() => resolve(wake()), ms));
      `,
      tests: `
        import { Box, sleep, write } from 'solution';
        import { postgres, restart } from 'world';
        const lost = 'The connection was lost: the solution stopped';
        it('at a statement', async () => {
          postgres.crash({ statement: 'INSERT', executed: true });
          await expect(write('a')).rejects.toThrow(lost);
          expect(await write('b')).toBe(1);
          expect(await postgres.query('SELECT text FROM notes')).toEqual([{ text: 'a' }, { text: 'b' }]);
        });
        it('at a restart', async () => {
          const wake = jest.fn();
          const box = new Box();
          expect(box.open()).toBe('open');
          const asleep = sleep(1_000, wake);
          const rejected = expect(asleep).rejects.toThrow(lost);
          await restart();
          expect(() => box.open()).toThrow('a solution that has stopped');
          expect(new Box().open()).toBe('open');
          await rejected;
          expect(await sleep(5_000, () => 'awake')).toBe('awake');
          expect(wake).not.toHaveBeenCalled();
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['at a statement: passed', 'at a restart: passed']);
  });
});
