import { contract, expand, final, revert, transition } from 'solution';
import {
  changes,
  columns,
  columnsAfter,
  columnsBefore,
  euros,
  fill,
  isRefused,
  migrate,
  old,
  setUp,
  totalOf,
} from './office.ts';

beforeEach(() => setUp(1_200));

it('lets the old version and the transition version work side by side', async () => {
  await expand();
  const fromOld = await old.create('Ada', '19,90 EUR');
  const fromTransition = await transition.create({ customer: 'Bob', total: euros(-250) });

  expect(await totalOf(transition, fromOld)).toEqual(euros(1_990));
  expect(await old.read(fromTransition)).toBe('-2.50 EUR');

  await old.change(fromTransition, '3 CHF');
  await transition.changeTotal(fromOld, euros(2_000));
  expect(await totalOf(transition, fromTransition)).toEqual({ cents: 300, currency: 'CHF' });
  expect(await old.read(fromOld)).toBe('20.00 EUR');
});

it('fills in what the old version has written, in batches', async () => {
  await expand();
  expect(await fill()).toEqual([]);

  expect(await totalOf(final, 1)).toEqual(euros(100));
  expect(await totalOf(final, 12)).toEqual(euros(1_284));
  expect(Math.max(...(await changes()).map(({ invoices }) => invoices))).toBeLessThanOrEqual(500);
});

it('names the invoices whose amount nobody can read, and keeps the old column until they are mended', async () => {
  await expand();
  await old.change(7, 'see letter');
  expect(await fill()).toEqual([7]);
  expect(await totalOf(transition, 7)).toBeNull();
  expect(await isRefused(contract())).toBe(true);

  await transition.changeTotal(7, euros(700));
  expect(await fill()).toEqual([]);
  await contract();
  expect(await totalOf(final, 7)).toEqual(euros(700));
});

it('ends with the new columns alone', async () => {
  await migrate();
  await contract();
  expect(await columns()).toEqual(columnsAfter);
  const id = await final.create({ customer: 'Cleo', total: euros(1) });
  expect(await final.find(id)).toEqual({ id, customer: 'Cleo', total: euros(1) });
});

it('goes back to the old version with all amounts', async () => {
  await migrate();
  const id = await transition.create({ customer: 'Dora', total: euros(4_200) });
  await revert();
  expect(await columns()).toEqual(columnsBefore);
  expect(await old.read(id)).toBe('42.00 EUR');
});
