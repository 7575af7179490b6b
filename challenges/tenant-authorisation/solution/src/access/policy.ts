import type { Role } from '../data/users.ts';

/** Who may do what. What is recorded takes data out or changes it; refusals are recorded for all. */
const policy = {
  'ticket.read': { roles: ['viewer', 'agent', 'admin'], recorded: false },
  'ticket.create': { roles: ['agent', 'admin'], recorded: true },
  'ticket.update': { roles: ['agent', 'admin'], recorded: true },
  'ticket.delete': { roles: ['admin'], recorded: true },
  'comment.read': { roles: ['viewer', 'agent', 'admin'], recorded: false },
  'comment.create': { roles: ['agent', 'admin'], recorded: true },
  export: { roles: ['admin'], recorded: true },
  'audit.read': { roles: ['admin'], recorded: false },
} as const satisfies Record<string, { roles: readonly Role[]; recorded: boolean }>;

export type Action = keyof typeof policy;

export function isAllowed(role: Role, action: Action): boolean {
  const roles: readonly Role[] = policy[action].roles;
  return roles.includes(role);
}

export function isRecorded(action: Action): boolean {
  return policy[action].recorded;
}

export function seesInternalComments(role: Role): boolean {
  return role !== 'viewer';
}
