import { api } from 'world';
import { as, audited, comment, open } from './hospitals.ts';

describe('the desk', () => {
  it('opens, changes and shows tickets of the own hospital', async () => {
    const ticket = await open('anna', 'Ventilator alarm will not stop');
    expect(ticket).toEqual({
      id: expect.any(String),
      organisationId: 'st-anna',
      deviceId: 'dev-1',
      title: 'Ventilator alarm will not stop',
      status: 'open',
      priority: 2,
      assigneeId: null,
      createdBy: 'anna-agent',
      createdAt: expect.any(String),
      commentCount: 0,
    });
    const changed = await as('anna-agent').patch(`/tickets/${ticket.id}`, {
      status: 'in_progress',
      assigneeId: 'anna-agent',
    });
    expect(changed.body).toMatchObject({ status: 'in_progress', assigneeId: 'anna-agent' });
    expect((await as('anna-viewer').get(`/tickets/${ticket.id}`)).body).toEqual(changed.body);
  });

  it('asks who you are', async () => {
    expect((await api.get('/tickets')).status).toBe(401);
  });
});

describe('another hospital', () => {
  it('does not see a ticket', async () => {
    const ticket = await open('nord', 'CT scanner is too loud');
    await comment('nord', ticket, 'The technician comes at ten');

    for (const path of [`/tickets/${ticket.id}`, `/tickets/${ticket.id}/comments`]) {
      const res = await as('anna-admin').get(path);
      expect([res.status, res.body]).toEqual([
        404,
        { error: { code: 'not_found', message: expect.any(String) } },
      ]);
    }
  });
});

describe('a viewer', () => {
  it('reads and does not write, and the log knows', async () => {
    const ticket = await open('anna', 'Pump is leaking');
    const before = (await audited('anna')).length;
    const res = await as('anna-viewer').patch(`/tickets/${ticket.id}`, { title: 'No' });

    expect([res.status, res.body.error.code]).toEqual([403, 'forbidden']);
    expect(await audited('anna', before)).toEqual([
      {
        userId: 'anna-viewer',
        action: 'ticket.update',
        ticketId: ticket.id,
        outcome: 'denied',
      },
    ]);
  });
});
