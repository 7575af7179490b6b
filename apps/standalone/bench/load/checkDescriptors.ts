import { readFileSync } from 'node:fs';

/** Descriptors beside those of connections: files, pipes to runners, the database. */
const besides = 500;

/**
 * What to do before so many connections are possible; nothing when they are. Node raises its own limit to the hard
 * one at its start, so only that one counts.
 */
export function findDescriptorProblem(connections: number): string | undefined {
  const line = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
  const most = line?.[1] === 'unlimited' ? Infinity : Number(line?.[1] ?? 0);
  const needed = connections + besides;
  return most >= needed
    ? undefined
    : `${connections} connections need ${needed} open files, and the hard limit here is ${most}. Raise it ("ulimit -Hn ${needed}" as root, or LimitNOFILE= of systemd), or ask for fewer.`;
}
