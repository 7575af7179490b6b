import { api, clock } from 'world';
import { as, audited, comment, found, open, roles, type Ticket } from './hospitals.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
const error = (code: string) => ({ error: { code, message: forPeople } });
const invalid = (field: string) => ({
  error: { code: 'validation_failed', message: forPeople, field },
});
let words = 0;
/** A word that no other test uses. */
let word = '';

beforeEach(() => {
  words += 1;
  word = `Wort${words}x`;
});

const ids = (body: { tickets: Ticket[] }) => body.tickets.map(({ id }) => id);

describe("another hospital's ticket", () => {
  it('cannot be told from one that does not exist, whatever the role', async () => {
    const ticket = await open('nord', word);
    await comment('nord', ticket, word);
    for (const role of roles) {
      const user = as(`anna-${role}`);
      const tryAll = async (id: string) => {
        const answers = [
          await user.get(`/tickets/${id}`),
          await user.patch(`/tickets/${id}`, { title: 'mine' }),
          await user.patch(`/tickets/${id}`, { title: '' }),
          await user.delete(`/tickets/${id}`),
          await user.get(`/tickets/${id}/comments`),
          await user.post(`/tickets/${id}/comments`, { text: 'mine' }),
          await user.post(`/tickets/${id}/comments`, {}),
        ];
        return answers.map(({ status, text, headers }) => [status, text, headers['content-type']]);
      };
      const foreign = await tryAll(ticket.id);
      expect([role, foreign]).toEqual([role, await tryAll('t-none')]);
      expect(foreign.map(([status]) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
      expect(JSON.parse(String(foreign[0]?.[1]))).toEqual(error('not_found'));
    }
    expect((await as('nord-viewer').get(`/tickets/${ticket.id}`)).body).toEqual({
      ...ticket,
      commentCount: 1,
    });
  });

  it('stays where it is and as it was', async () => {
    const ticket = await open('nord', word);
    await as('anna-admin').patch(`/tickets/${ticket.id}`, { organisationId: 'st-anna' });
    await as('anna-admin').delete(`/tickets/${ticket.id}`);
    expect((await as('nord-admin').get(`/tickets/${ticket.id}`)).body).toEqual(ticket);
    expect((await as('nord-viewer').get(`/tickets/${ticket.id}/comments`)).body).toEqual({
      comments: [],
    });
  });
});

describe('the list', () => {
  it('shows the tickets of the own hospital, whatever is asked for', async () => {
    const own = await open('anna', word);
    const foreign = await open('nord', word);
    for (const query of [
      '',
      '?organisationId=nordklinik',
      '?organisationId=nordklinik&organisationId=st-anna',
      '?organisationId=',
      '?status=open',
      '?createdBy=nord-agent',
    ]) {
      for (const role of roles) {
        const { body } = await as(`anna-${role}`).get(`/tickets${query}`);
        expect([query, ids(body).includes(own.id)]).toEqual([query, true]);
        expect([query, ids(body).includes(foreign.id)]).toEqual([query, false]);
        expect([query, body.total]).toEqual([query, body.tickets.length]);
        const organisations = body.tickets.map((ticket: Ticket) => ticket['organisationId']);
        expect(new Set(organisations)).toEqual(new Set(['st-anna']));
      }
    }
  });

  it('filters by status and assignee, newest first', async () => {
    const first = await open('anna', `${word} 1`, { assigneeId: 'anna-viewer' });
    const second = await open('anna', `${word} 2`, { assigneeId: 'anna-viewer' });
    await open('anna', `${word} 3`, { assigneeId: 'anna-admin' });
    await as('anna-agent').patch(`/tickets/${first.id}`, { status: 'done' });
    const list = async (query: string) =>
      ids((await as('anna-viewer').get(`/tickets?${query}`)).body);

    expect(await list('assigneeId=anna-viewer')).toEqual([second.id, first.id]);
    expect(await list('assigneeId=anna-viewer&status=done')).toEqual([first.id]);
    expect(await list('assigneeId=nord-agent')).toEqual([]);
    expect(await list('status=lost')).toEqual([]);
    await as('anna-agent').patch(`/tickets/${first.id}`, { assigneeId: null });
    await as('anna-agent').patch(`/tickets/${second.id}`, { assigneeId: null });
  });
});

describe('what a client sends', () => {
  it('sets nothing but what it may set', async () => {
    const forged = {
      id: 't-forged',
      organisationId: 'nordklinik',
      createdBy: 'nord-admin',
      createdAt: '1999-01-01T00:00:00.000Z',
      commentCount: 99,
      secret: word,
    };
    const created = await open('anna', word, { ...forged, status: 'done' });
    expect(created).toEqual({
      id: expect.stringMatching(/^(?!t-forged$)/),
      organisationId: 'st-anna',
      deviceId: 'dev-1',
      title: word,
      status: 'open',
      priority: 2,
      assigneeId: null,
      createdBy: 'anna-agent',
      createdAt: new Date(clock.now()).toISOString(),
      commentCount: 0,
    });

    await clock.advance(1000);
    const changed = await as('anna-agent').patch(`/tickets/${created.id}`, {
      ...forged,
      deviceId: 'dev-2',
      priority: 3,
    });
    expect([changed.status, changed.body]).toEqual([200, { ...created, priority: 3 }]);
    expect((await as('anna-viewer').get(`/tickets/${created.id}`)).body).toEqual(changed.body);
    const said = await as('anna-agent').post(`/tickets/${created.id}/comments`, {
      text: word,
      id: 'c-1',
      authorId: 'anna-admin',
      ticketId: 't-1',
      createdAt: '1999-01-01T00:00:00.000Z',
    });
    expect(said.body).toEqual({
      id: expect.stringMatching(/^(?!c-1$)/),
      authorId: 'anna-agent',
      text: word,
      internal: false,
      createdAt: new Date(clock.now()).toISOString(),
    });
  });

  it('cannot refer to what belongs to another hospital', async () => {
    const user = as('anna-agent');
    const own = await open('anna', word);
    const body = { title: word, deviceId: 'dev-1' };
    for (const deviceId of ['dev-3', 'dev-none', '', 7, null, undefined]) {
      const res = await user.post('/tickets', { ...body, deviceId });
      expect([deviceId, res.status, res.body]).toEqual([deviceId, 422, invalid('deviceId')]);
    }
    for (const assigneeId of ['nord-agent', 'nobody', '', 7]) {
      const res = await user.post('/tickets', { ...body, assigneeId });
      expect([assigneeId, res.status, res.body]).toEqual([assigneeId, 422, invalid('assigneeId')]);
      const changed = await user.patch(`/tickets/${own.id}`, { assigneeId });
      expect([assigneeId, changed.body]).toEqual([assigneeId, invalid('assigneeId')]);
    }
    expect((await user.get(`/tickets/${own.id}`)).body).toEqual(own);
    expect(await found('anna-agent', word)).toEqual({ total: 1, ids: [own.id] });
  });

  it('is checked field by field', async () => {
    const user = as('anna-agent');
    const own = await open('anna', word);
    for (const [field, value] of [
      ['title', ''],
      ['title', 'x'.repeat(201)],
      ['title', null],
      ['status', 'lost'],
      ['priority', 0],
      ['priority', 4],
      ['priority', '2'],
      ['priority', 1.5],
    ] as const) {
      const res = await user.patch(`/tickets/${own.id}`, { [field]: value });
      expect([field, value, res.status, res.body]).toEqual([field, value, 422, invalid(field)]);
    }
    for (const status of ['in_progress', 'done', 'open']) {
      const res = await user.patch(`/tickets/${own.id}`, { status });
      expect([res.status, res.body]).toEqual([200, { ...own, status }]);
    }
    expect((await user.post('/tickets', { deviceId: 'dev-1' })).body).toEqual(invalid('title'));
    expect((await user.post('/tickets')).body).toEqual(invalid('title'));
    for (const [body, field] of [
      [{}, 'text'],
      [{ text: '' }, 'text'],
      [{ text: 'x'.repeat(2001) }, 'text'],
      [{ text: 'x', internal: 'yes' }, 'internal'],
    ] as const) {
      const res = await user.post(`/tickets/${own.id}/comments`, body);
      expect([res.status, res.body]).toEqual([422, invalid(field)]);
    }
    expect((await user.get(`/tickets/${own.id}`)).body).toEqual(own);

    const long = await open('anna', 'x'.repeat(200), { priority: 1, assigneeId: null });
    expect(long).toMatchObject({ priority: 1, assigneeId: null });
    await comment('anna', long, 'x'.repeat(2000));
    const cleared = await user.patch(`/tickets/${long.id}`, { assigneeId: 'anna-viewer' });
    expect(cleared.body).toMatchObject({ assigneeId: 'anna-viewer', commentCount: 1 });
  });
});

describe('roles', () => {
  it('allow what the table says and nothing more', async () => {
    for (const [index, role] of roles.entries()) {
      const user = as(`anna-${role}`);
      const { id } = await open('anna', `${word} ${role}`);
      const statuses = [
        (await user.get(`/tickets/${id}`)).status,
        (await user.get(`/tickets/${id}/comments`)).status,
        (await user.get('/search?q=x')).status,
        (await user.post('/tickets', { title: word, deviceId: 'dev-2' })).status,
        (await user.patch(`/tickets/${id}`, { priority: 1 })).status,
        (await user.post(`/tickets/${id}/comments`, { text: word })).status,
        (await user.get('/export.csv')).status,
        (await user.get('/audit')).status,
        (await user.delete(`/tickets/${id}`)).status,
      ];
      expect([role, statuses]).toEqual([
        role,
        [
          [200, 200, 200, 403, 403, 403, 403, 403, 403],
          [200, 200, 200, 201, 200, 201, 403, 403, 403],
          [200, 200, 200, 201, 200, 201, 200, 200, 204],
        ][index],
      ]);
    }
  });

  it('come before the content', async () => {
    const { id } = await open('anna', word);
    const user = as('anna-viewer');
    for (const res of [
      await user.post('/tickets', {}),
      await user.patch(`/tickets/${id}`, { title: '' }),
      await user.post(`/tickets/${id}/comments`, {}),
    ]) {
      expect([res.status, res.body]).toEqual([403, error('forbidden')]);
    }
  });

  it('belong to users that we know', async () => {
    const strangers: Record<string, string>[] = [
      {},
      { 'x-user-id': '' },
      { 'x-user-id': 'nobody' },
      { 'x-user-id': 'constructor' },
    ];
    for (const headers of strangers) {
      for (const path of ['/tickets', '/search?q=x', '/export.csv', '/audit', '/nothing-here']) {
        const res = await api.get(path, { headers });
        expect([path, res.status, res.body]).toEqual([path, 401, error('unauthenticated')]);
      }
    }
  });
});

describe('internal comments', () => {
  it('stay hidden from viewers in every way', async () => {
    const ticket = await open('anna', `Pump ${words}`);
    const said = await comment('anna', ticket, 'We are on it');
    const secret = await comment('anna', ticket, `The nurse dropped it, ${word}`, true);
    const [viewer, agent, admin] = roles.map((role) => as(`anna-${role}`));
    const seen = async (user: typeof viewer) => [
      (await user?.get(`/tickets/${ticket.id}/comments`))?.body.comments,
      (await user?.get(`/tickets/${ticket.id}`))?.body.commentCount,
      (await user?.get('/tickets'))?.body.tickets.find(({ id }: Ticket) => id === ticket.id)
        .commentCount,
      (await user?.get(`/search?q=${word}`))?.body,
    ];

    expect(await seen(viewer)).toEqual([[said], 1, 1, { total: 0, hits: [] }]);
    const all = [
      [said, secret],
      2,
      2,
      { total: 1, hits: [{ ticketId: ticket.id, title: ticket.title }] },
    ];
    expect(await seen(agent)).toEqual(all);
    expect(await seen(admin)).toEqual(all);
    expect([said.internal, secret.internal]).toEqual([false, true]);
  });
});

describe('the search', () => {
  it('finds and counts in the own hospital only', async () => {
    const own = await open('anna', `Leak ${word}`);
    const byComment = await open('anna', 'Leak');
    await comment('anna', byComment, `see ${word.toUpperCase()}!`);
    const foreign = await open('nord', `Leak ${word}`);
    const foreignToo = await open('nord', 'Leak');
    await comment('nord', foreignToo, word);

    for (const role of roles) {
      expect(await found(`anna-${role}`, word.toLowerCase())).toEqual({
        total: 2,
        ids: [byComment.id, own.id],
      });
    }
    expect(await found('nord-viewer', word)).toEqual({
      total: 2,
      ids: [foreignToo.id, foreign.id],
    });
    expect(await found('anna-viewer', `${word}y`)).toEqual({ total: 0, ids: [] });
  });

  it('asks for what to search', async () => {
    for (const query of ['', '?q=', '?q=a&q=b']) {
      const res = await as('anna-admin').get(`/search${query}`);
      expect([query, res.status, res.body]).toEqual([query, 422, invalid('q')]);
    }
    await open('anna', `undefined ${word}`);
    expect((await found('anna-admin', 'undefined')).total).toBe(1);
  });
});

describe('the export', () => {
  it('holds the tickets of the own hospital only', async () => {
    const own = await open('anna', `${word}, "urgent"`, { priority: 1, assigneeId: 'anna-admin' });
    const foreign = await open('nord', word);
    const res = await as('anna-admin').get('/export.csv');
    const lines = res.text.trimEnd().split('\n');

    expect([res.status, res.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^text\/csv\b/),
    ]);
    expect(lines[0]).toBe('id,deviceId,title,status,priority,assigneeId,createdBy,createdAt');
    expect(lines[1]).toBe(
      `${own.id},dev-1,"${word}, ""urgent""",open,1,anna-admin,anna-agent,${String(own['createdAt'])}`,
    );
    const { body } = await as('anna-admin').get('/tickets');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(ids(body));
    expect(res.text).not.toContain('dev-3');
    expect((await as('nord-admin').get('/export.csv')).text).toContain(
      `${foreign.id},dev-3,${word},open,2,,nord-agent,`,
    );
  });
});

describe('deleting', () => {
  it('takes the comments along and leaves all others', async () => {
    const gone = await open('anna', `${word} 1`);
    const kept = await open('anna', `${word} 2`);
    await comment('anna', gone, word);
    await comment('anna', kept, word);
    const res = await as('anna-admin').delete(`/tickets/${gone.id}`);
    expect([res.status, res.text]).toEqual([204, '']);

    expect((await as('anna-admin').get(`/tickets/${gone.id}`)).status).toBe(404);
    expect(await found('anna-admin', word)).toEqual({ total: 1, ids: [kept.id] });
    const { body } = await as('anna-admin').get(`/tickets/${kept.id}/comments`);
    expect(body.comments).toHaveLength(1);
  });
});

describe('the audit log', () => {
  it('records what was done', async () => {
    const before = (await audited('anna')).length;
    const { id } = await open('anna', word);
    await as('anna-agent').patch(`/tickets/${id}`, { priority: 1 });
    await as('anna-agent').post(`/tickets/${id}/comments`, { text: word });
    await as('anna-admin').get('/export.csv');
    await as('anna-admin').delete(`/tickets/${id}`);

    const entry = (userId: string, action: string, ticketId: string | null) => ({
      userId,
      action,
      ticketId,
      outcome: 'allowed',
    });
    expect(await audited('anna', before)).toEqual([
      entry('anna-agent', 'ticket.create', id),
      entry('anna-agent', 'ticket.update', id),
      entry('anna-agent', 'comment.create', id),
      entry('anna-admin', 'export', null),
      entry('anna-admin', 'ticket.delete', id),
    ]);
  });

  it('records what was refused', async () => {
    const foreign = await open('nord', word);
    const { id } = await open('anna', word);
    const before = (await audited('anna')).length;
    const viewer = as('anna-viewer');
    await viewer.post('/tickets', { title: word, deviceId: 'dev-1' });
    await viewer.patch(`/tickets/${id}`, { priority: 1 });
    await viewer.delete(`/tickets/${id}`);
    await viewer.post(`/tickets/${id}/comments`, { text: word });
    await viewer.get('/export.csv');
    await viewer.get('/audit');
    const admin = as('anna-admin');
    for (const asked of [foreign.id, 't-none']) {
      await admin.get(`/tickets/${asked}`);
      await admin.patch(`/tickets/${asked}`, { priority: 1 });
      await admin.delete(`/tickets/${asked}`);
      await admin.get(`/tickets/${asked}/comments`);
      await admin.post(`/tickets/${asked}/comments`, { text: word });
    }

    const denied = (userId: string) => (action: string, ticketId: string | null) => ({
      userId,
      action,
      ticketId,
      outcome: 'denied',
    });
    const byViewer = denied('anna-viewer');
    expect(await audited('anna', before)).toEqual([
      byViewer('ticket.create', null),
      byViewer('ticket.update', id),
      byViewer('ticket.delete', id),
      byViewer('comment.create', id),
      byViewer('export', null),
      byViewer('audit.read', null),
      ...[foreign.id, 't-none'].flatMap((asked) =>
        ['ticket.read', 'ticket.update', 'ticket.delete', 'comment.read', 'comment.create'].map(
          (action) => denied('anna-admin')(action, asked),
        ),
      ),
    ]);
  });

  it('stays silent about reading, mistakes and strangers', async () => {
    const { id } = await open('anna', word);
    const before = (await audited('anna')).length;
    const agent = as('anna-agent');
    await agent.get('/tickets');
    await agent.get(`/tickets/${id}`);
    await agent.get(`/tickets/${id}/comments`);
    await agent.get('/search?q=x');
    await agent.get('/search');
    await agent.post('/tickets', {});
    await agent.patch(`/tickets/${id}`, { title: '' });
    await agent.post(`/tickets/${id}/comments`, {});
    await agent.get('/nothing-here');
    await api.get(`/tickets/${id}`);
    expect(await audited('anna', before)).toEqual([]);
  });

  it('is kept apart for each hospital, newest first, and cannot be changed', async () => {
    const nordBefore = (await audited('nord')).length;
    const first = await open('anna', word);
    await clock.advance(1500);
    const second = await open('anna', word);
    await as('anna-admin').get('/tickets/t-none');
    for (const method of ['POST', 'DELETE', 'PUT', 'PATCH']) {
      const res = await api.request({
        method,
        path: '/audit',
        headers: { 'x-user-id': 'anna-admin' },
      });
      expect([method, res.status, res.body]).toEqual([method, 404, error('not_found')]);
    }

    const { body } = await as('anna-admin').get('/audit?organisationId=nordklinik');
    expect(body.entries.slice(0, 3).map((entry: { at: string }) => entry)).toEqual([
      {
        at: second['createdAt'],
        userId: 'anna-admin',
        action: 'ticket.read',
        ticketId: 't-none',
        outcome: 'denied',
      },
      {
        at: second['createdAt'],
        userId: 'anna-agent',
        action: 'ticket.create',
        ticketId: second.id,
        outcome: 'allowed',
      },
      {
        at: first['createdAt'],
        userId: 'anna-agent',
        action: 'ticket.create',
        ticketId: first.id,
        outcome: 'allowed',
      },
    ]);
    expect(await audited('nord', nordBefore)).toEqual([]);
  });
});
