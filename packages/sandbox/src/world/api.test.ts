import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge();

describe('api', () => {
  it('has clients that keep cookies as browsers do, each its own', async () => {
    const verdict = await judged({
      solution: `
        import express from 'express';
        const app = express();
        app.get('/sign-in/:name', (request, response) => {
          response.cookie('session', request.params.name, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60_000 });
          response.cookie('admin', 'yes', { path: '/admin', expires: new Date(Date.now() + 3_600_000) });
          response.status(204).end();
        });
        app.get('/sign-out', (request, response) => response.clearCookie('session').status(204).end());
        app.use((request, response) => response.json({ cookie: request.headers.cookie ?? '' }));
        app.listen(3000);
      `,
      tests: `
        import { api, clock } from 'world';
        const seen = async (client, path = '/') => (await client.get(path)).body.cookie;
        it('keeps them apart, by path and for their time', async () => {
          const ada = api.client();
          const bob = api.client();
          const { cookies } = await ada.get('/sign-in/ada');
          expect(cookies.session).toMatchObject({ value: 'ada', path: '/', maxAge: 60, httpOnly: true, secure: true, sameSite: 'lax' });
          await bob.get('/sign-in/bob');
          expect(await seen(ada)).toBe('session=ada');
          expect(await seen(bob)).toBe('session=bob');
          expect(await seen(api)).toBe('');
          expect(await seen(ada, '/admin/users')).toBe('admin=yes; session=ada');
          expect(await seen(ada, '/administrator')).toBe('session=ada');
          expect(ada.cookies()).toEqual({ session: 'ada' });
          await bob.get('/sign-out');
          expect(bob.cookies('/admin')).toEqual({ admin: 'yes' });
          await clock.advance(59_000);
          expect(await seen(ada)).toBe('session=ada');
          await clock.advance(1_000);
          expect(await seen(ada)).toBe('');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['keeps them apart, by path and for their time: passed']);
  });

  it('hangs up on a solution that takes too long, which hears of it', async () => {
    const verdict = await judged({
      solution: `
        import express from 'express';
        const app = express();
        const heard = [];
        app.get('/slow', (request, response) => {
          request.on('close', () => heard.push('request'));
          response.on('close', () => heard.push(response.writableEnded ? 'answered' : 'gone'));
          setTimeout(() => { if (!response.destroyed) response.send('late'); }, Number(request.query.ms));
        });
        app.get('/heard', (request, response) => response.json(heard));
        app.listen(3000);
      `,
      tests: `
        import { api, clock } from 'world';
        it('hangs up', async () => {
          const before = clock.now();
          await expect(api.get('/slow?ms=5000', { abortAfterMs: 2_000 })).rejects.toThrow('aborted after 2000 ms');
          expect(clock.now() - before).toBe(2_000);
          expect((await api.get('/heard')).body).toContain('gone');
          await clock.advance(10_000);
          expect((await api.get('/slow?ms=1000', { abortAfterMs: 2_000 })).text).toBe('late');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['hangs up: passed']);
  });
});
