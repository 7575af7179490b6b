export type Role = 'viewer' | 'agent' | 'admin';
export type User = { id: string; organisationId: string; role: Role };

const users: User[] = [
  { id: 'anna-viewer', organisationId: 'st-anna', role: 'viewer' },
  { id: 'anna-agent', organisationId: 'st-anna', role: 'agent' },
  { id: 'anna-admin', organisationId: 'st-anna', role: 'admin' },
  { id: 'nord-viewer', organisationId: 'nordklinik', role: 'viewer' },
  { id: 'nord-agent', organisationId: 'nordklinik', role: 'agent' },
  { id: 'nord-admin', organisationId: 'nordklinik', role: 'admin' },
];

export function findUser(id: string): User | undefined {
  return users.find((user) => user.id === id);
}
