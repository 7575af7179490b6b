import { bookingsFrom, charged, pay, paymentsOf, provider, told } from './provider.ts';

const newBooking = bookingsFrom(1);

describe('a payment', () => {
  it('charges the card and is listed', async () => {
    const { bookingId, amountCents } = newBooking();
    const res = await pay(bookingId);

    expect(res.status).toBe(201);
    const [charge] = charged(bookingId);
    expect(charge).toMatchObject({ amountCents, source: 'tok_visa' });
    expect(res.body).toEqual({
      id: expect.any(String),
      bookingId,
      amountCents,
      status: 'paid',
      chargeId: charge?.id,
    });
    expect(await paymentsOf(bookingId)).toEqual([res.body]);
  });

  it('that is repeated is answered as before', async () => {
    const { bookingId } = newBooking();
    const [first, second] = [await pay(bookingId), await pay(bookingId)];

    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(provider.requests).toHaveLength(1);
  });

  it('with a declined card can be tried with another one', async () => {
    const { bookingId } = newBooking();
    const poor = await pay(bookingId, 'poor', 'tok_poor');
    const rich = await pay(bookingId, 'rich');

    expect(told(poor, rich)).toEqual(['402 card_declined', '201']);
    expect(await paymentsOf(bookingId)).toHaveLength(2);
  });
});

describe('a provider that fails', () => {
  it('is asked again', async () => {
    const { bookingId } = newBooking();
    provider.fail(503, { times: 1 });

    expect(told(await pay(bookingId))).toEqual(['201']);
    const [first, second] = provider.requests;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(500);
  });

  it('three times leaves the payment pending', async () => {
    const { bookingId } = newBooking();
    provider.fail(503);

    expect(told(await pay(bookingId))).toEqual(['503 provider_unavailable']);
    expect(provider.requests).toHaveLength(3);
    expect(await paymentsOf(bookingId)).toMatchObject([{ status: 'pending', chargeId: null }]);
  });
});
