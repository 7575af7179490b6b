import { postgres, restart } from 'world';
import { balance, move, rename } from 'solution';

describe('CANARY-postgres-group', () => {
  it('reads a balance', async () => {
    expect(await balance(1)).toBe(10);
  });
  it('moves money', async () => {
    await move(1, 2, 4);
    expect(await postgres.query('SELECT id, balance FROM accounts ORDER BY id')).toEqual([
      { id: 1, balance: 6 },
      { id: 2, balance: 4 },
    ]);
  });
  it('takes names as they are', async () => {
    await rename(2, "CANARY-postgres-name'); --");
    const [row] = await postgres.query('SELECT owner FROM accounts WHERE id = $1', [2]);
    expect(row).toEqual({ owner: "CANARY-postgres-name'); --" });
  });
  it('survives a restart', async () => {
    await restart();
    expect(await balance(2)).toBe(4);
  });
});
