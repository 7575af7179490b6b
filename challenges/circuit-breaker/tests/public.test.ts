import { createRates } from 'solution';
import { clock } from 'world';
import { fresh, service, stale, unavailable, url } from './service.ts';

it('gives the rate of a currency', async () => {
  const rates = createRates(url);
  expect(await rates.rate('USD')).toEqual(fresh('USD'));
  expect(await rates.rate('XXX')).toEqual({ ok: false, reason: 'unknown_currency' });
  expect(rates.state()).toBe('closed');
});

it('tries three times', async () => {
  const rates = createRates(url);
  service.fail(503, { times: 1 }).fail('silence', { times: 1 });
  expect(await rates.rate('USD')).toEqual(fresh('USD'));
  expect(service.requests).toHaveLength(3);

  service.fail(503, { times: 3 });
  expect(await rates.rate('CHF')).toEqual(unavailable(0));
  expect(service.requests).toHaveLength(6);
});

it('opens after five failures, gives old rates, and finds out when all is well', async () => {
  const rates = createRates(url);
  await rates.rate('USD');
  service.fail(503);
  expect(await rates.rate('USD')).toEqual(stale('USD'));
  expect(await rates.rate('JPY')).toEqual(unavailable(10_000));
  expect([service.requests.length, rates.state()]).toEqual([6, 'open']);

  await clock.advance(4000);
  expect(await rates.rate('JPY')).toEqual(unavailable(6000));
  expect(await rates.rate('USD')).toEqual(stale('USD'));
  expect(service.requests).toHaveLength(6);

  service.recover();
  await clock.advance(6000);
  expect(rates.state()).toBe('half-open');
  expect(await rates.rate('USD')).toEqual(fresh('USD'));
  expect(rates.state()).toBe('closed');
});
