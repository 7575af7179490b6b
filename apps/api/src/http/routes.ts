import { contract, type Member } from '@assay/contracts/http';
import { actingToken, type LiveParticipantRecord } from '@assay/db';
import { learnIds } from '@assay/telemetry';
import { implement, ORPCError } from '@orpc/server';
import { z } from 'zod';
import type { Services } from '#services.ts';
import type { Sessions, StaffCaller } from '#sessions/sessions.ts';
import {
  isStaffRoute,
  policies,
  type RouteName,
  type StaffRoute,
  tokenPolicies,
  type TokenPolicy,
} from './policies.ts';

/** What a request brings to its handler. */
export type RequestContext = {
  services: Services;
  /** Who sends the request, looked up when asked for. */
  sessions: Sessions;
  /** Told which route it is for. */
  nameRoute: (route: RouteName) => void;
  setCandidateCookie: (token: string, expiresAt: Date) => void;
  setLiveCookie: (token: string, expiresAt: Date) => void;
};

/** Who was let in by the policy of the route. */
type Caller =
  | { kind: 'anyone' }
  | { kind: 'candidate'; attemptId: string }
  | { kind: 'participant'; participant: LiveParticipantRecord }
  | { kind: 'staff'; member: Member; tokenId?: string };

const AttemptInput = z.object({ attemptId: z.string() });
const SessionInput = z.object({ sessionId: z.string() });
const os = implement(contract).$context<RequestContext>();

/** Runs before the input is looked at: who may not call learns nothing of what is wrong with it. */
const authorise = os.middleware(async ({ context, path, next }, input: unknown) => {
  const route = routeName(path);
  context.nameRoute(route);
  const caller = await admit(context.sessions, route, input);
  if (caller.kind === 'candidate') learnIds({ attemptId: caller.attemptId });
  const go = () => next({ context: { caller } });
  return caller.kind === 'staff' && caller.tokenId !== undefined
    ? actingToken.run({ id: caller.tokenId, memberId: caller.member.id }, go)
    : go();
});

function routeName(path: readonly string[]): RouteName {
  const name = path.join('.');
  if (!(name in policies)) throw new Error(`Route ${name} has no policy.`);
  return name as RouteName;
}

async function admit(sessions: Sessions, route: RouteName, input: unknown): Promise<Caller> {
  if (isStaffRoute(route)) return admitStaff(sessions, route);
  switch (policies[route]) {
    case 'anyone':
      return { kind: 'anyone' };
    case 'candidate':
      return admitCandidate(sessions, input);
    case 'participant':
      return admitParticipant(sessions, input);
  }
}

async function admitCandidate(sessions: Sessions, input: unknown): Promise<Caller> {
  const attemptId = await sessions.candidateAttempt();
  if (attemptId === undefined) {
    throw new ORPCError('UNAUTHORIZED', {
      message: 'Open your invitation link again; what you wrote is saved.',
    });
  }
  if (AttemptInput.safeParse(input).data?.attemptId !== attemptId) throw new ORPCError('NOT_FOUND');
  return { kind: 'candidate', attemptId };
}

async function admitParticipant(sessions: Sessions, input: unknown): Promise<Caller> {
  const participant = await sessions.liveParticipant();
  if (participant === undefined) {
    throw new ORPCError('UNAUTHORIZED', { message: 'Open your personal link again.' });
  }
  if (SessionInput.safeParse(input).data?.sessionId !== participant.sessionId)
    throw new ORPCError('NOT_FOUND');
  return { kind: 'participant', participant };
}

async function admitStaff(sessions: Sessions, route: StaffRoute): Promise<Caller> {
  const staff = await sessions.staff();
  if (staff === undefined) {
    throw new ORPCError('UNAUTHORIZED', {
      message: 'Sign in to go on, or send a token that works.',
    });
  }
  if (!policies[route].includes(staff.member.role)) {
    throw new ORPCError('FORBIDDEN', { message: 'Your role does not allow this. Ask an admin.' });
  }
  const wanted = tokenPolicies[route];
  if (!opens(staff.scopes, wanted)) throw lacksScope(wanted);
  const { member } = staff;
  return { kind: 'staff', member, ...('tokenId' in staff && { tokenId: staff.tokenId }) };
}

function opens(scopes: StaffCaller['scopes'], wanted: TokenPolicy): boolean {
  return scopes === 'all' || wanted === 'any' || (wanted !== 'never' && scopes.includes(wanted));
}

const lacksScope = (wanted: TokenPolicy) =>
  wanted === 'never'
    ? new ORPCError('PEOPLE_ONLY', {
        status: 403,
        message: 'No token opens this: a person does it, signed in.',
      })
    : new ORPCError('SCOPE_MISSING', {
        status: 403,
        message: `This token lacks the scope ${wanted}.`,
        data: { scope: wanted },
      });

/** The routes of the contract, each behind its policy. */
export const routes = os.use(authorise);

/** For routes of candidates. */
export const asCandidate = os
  .$context<RequestContext & { caller: Caller }>()
  .middleware(({ context, next }) => {
    if (context.caller.kind !== 'candidate')
      throw new Error('This route is not one of candidates.');
    return next({ context: { attemptId: context.caller.attemptId } });
  });

/** For routes of those who hold a personal link to a live session. */
export const asParticipant = os
  .$context<RequestContext & { caller: Caller }>()
  .middleware(({ context, next }) => {
    if (context.caller.kind !== 'participant')
      throw new Error('This route is not one of personal links.');
    return next({ context: { participant: context.caller.participant } });
  });

/** For routes of staff. */
export const asStaff = os
  .$context<RequestContext & { caller: Caller }>()
  .middleware(({ context, next }) => {
    if (context.caller.kind !== 'staff') throw new Error('This route is not one of staff.');
    return next({ context: { member: context.caller.member } });
  });
