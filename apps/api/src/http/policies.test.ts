import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole, TokenScope } from '@assay/contracts/http';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { prepareSession } from '#testing/livePeople.ts';
import { invite, makeToken, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { type ContractRoute as Route, listContractRoutes } from './contractRoutes.ts';
import { isStaffRoute, policies, tokenPolicies } from './policies.ts';

const routes = listContractRoutes();
const unknownId = '00000000-0000-4000-8000-000000000000';

let api: TestApi;
let own: Awaited<ReturnType<typeof invite>>;
let live: { sessionId: string; otherSessionId: string };
/** Programs of an admin, by what their token is for: nothing that a route asks, one scope, or all but one. */
let programs: { all: ApiClient; only: Map<TokenScope, ApiClient>; but: Map<TokenScope, ApiClient> };
let clients: Record<'nobody' | 'candidate' | 'participant' | StaffRole, ApiClient>;
beforeAll(async () => {
  api = await startTestApi();
  own = await invite(api, { started: true });
  const [session, other] = [await prepareSession(api), await prepareSession(api)];
  live = { sessionId: session.sessionId, otherSessionId: other.sessionId };
  clients = {
    nobody: apiClient(api),
    candidate: own.client,
    participant: (await session.invite('candidate')).client,
    admin: await signIn(api, 'admin'),
    reviewer: await signIn(api, 'reviewer'),
    interviewer: await signIn(api, 'interviewer'),
    author: await signIn(api, 'author'),
  };
  const program = async (scopes: TokenScope[]) =>
    (await makeToken(api, clients.admin, scopes)).client;
  const each = async (scopesFor: (scope: TokenScope) => TokenScope[]) =>
    new Map(
      await Promise.all(
        TokenScope.options.map(async (scope) => [scope, await program(scopesFor(scope))] as const),
      ),
    );
  programs = {
    all: await program([...TokenScope.options]),
    only: await each((scope) => [scope]),
    but: await each((scope) => TokenScope.options.filter((one) => one !== scope)),
  };
});
afterAll(() => api.close());

function call(
  client: ApiClient,
  { method, path }: Route,
  attemptId: string,
  sessionId = unknownId,
) {
  const address = path
    .replace('{attemptId}', attemptId)
    .replace('{sessionId}', sessionId)
    .replace('{participantId}', unknownId)
    .replace('{candidateId}', unknownId)
    .replace('{kit}', 'unknown')
    .replace('{preparedId}', unknownId)
    .replace('{memberId}', 'unknown')
    .replace('{tokenId}', unknownId)
    .replace('{runId}', unknownId)
    .replace('{webhookId}', unknownId)
    .replace('{deliveryId}', unknownId)
    .replace('{document}', 'code')
    .replace('{challenge}', 'sample')
    .replace('{invitationId}', unknownId)
    .replace('{submissionId}', unknownId)
    .replace('{commentId}', unknownId)
    .replace('{verificationId}', unknownId)
    .replace('{assessmentId}', unknownId)
    .replace('{roleId}', unknownId)
    .replace('{slug}', 'unknown')
    .replace('{hash}', '0'.repeat(64));
  return client.send(method, `/api${address}`, method === 'GET' ? undefined : {});
}

/** What somebody who is let in can get: the action, or what is wrong with an empty body. */
const letIn = [200, 201, 202, 204, 400, 404, 409];

describe('the policy table', () => {
  it('has the routes of the contract, and no others', () => {
    expect(Object.keys(policies).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  describe.each(routes)('$name', (route) => {
    const policy = policies[route.name];

    it('answers 401 without a session, whatever is sent', async () => {
      const { status, body } = await call(clients.nobody, route, own.attemptId);
      if (policy === 'anyone') expect([200, 400]).toContain(status);
      else expect([status, body]).toEqual([401, expect.objectContaining({ code: 'UNAUTHORIZED' })]);
    });

    it.each(StaffRole.options)('treats an %s as it says', async (role) => {
      const { status } = await call(clients[role], route, unknownId);
      if (policy === 'anyone') expect([200, 400]).toContain(status);
      else if (policy === 'candidate' || policy === 'participant') expect(status).toBe(401);
      else if (policy.includes(role)) expect(letIn).toContain(status);
      else expect(status).toBe(403);
    });

    it('treats the token of an admin as its scopes say', async () => {
      const status = async (client: ApiClient | undefined) =>
        client && (await call(client, route, unknownId)).status;
      if (!isStaffRoute(route.name)) {
        expect(policy === 'anyone' ? [200, 400] : [401]).toContain(await status(programs.all));
        return;
      }
      const wanted = tokenPolicies[route.name];
      if (!policies[route.name].includes('admin') || wanted === 'never')
        expect(await status(programs.all)).toBe(403);
      else if (wanted === 'any')
        expect(letIn).toContain(await status(programs.only.values().next().value));
      else {
        expect(letIn).toContain(await status(programs.only.get(wanted)));
        expect(await status(programs.but.get(wanted))).toBe(403);
      }
    });

    it('treats a candidate as it says, and hides the attempts of others', async () => {
      const theirs = await call(clients.candidate, route, own.attemptId);
      if (policy === 'anyone' || policy === 'candidate') expect(letIn).toContain(theirs.status);
      else expect(theirs.status).toBe(401);
      if (policy !== 'candidate') return;
      const other = await invite(api, { started: true });
      const [hidden, missing] = [
        await call(clients.candidate, route, other.attemptId),
        await call(clients.candidate, route, unknownId),
      ];
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(missing.text);
    });

    it('treats the holder of a link as it says, and hides the sessions of others', async () => {
      const { participant } = clients;
      const { status } = await call(participant, route, unknownId, live.sessionId);
      if (policy === 'anyone' || policy === 'participant') expect(letIn).toContain(status);
      else expect(status).toBe(401);
      if (policy !== 'participant') return;
      const [hidden, missing] = [
        await call(participant, route, unknownId, live.otherSessionId),
        await call(participant, route, unknownId),
      ];
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(missing.text);
    });
  });
});
