/** Redis's wire protocol, version 2. Text is bytes as a string of code units 0 to 255 throughout. */

export class RedisError extends Error {
  override name = 'RedisError';
}

/** A reply that is no data: `OK`, `QUEUED`, `PONG`. */
export type Status = { status: string };
export type Reply = Status | RedisError | string | number | null | Reply[];

export const ok: Status = { status: 'OK' };

export function encodeReply(reply: Reply): string {
  if (reply === null) return '$-1\r\n';
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if (reply instanceof RedisError) return `-${reply.message}\r\n`;
  if (Array.isArray(reply)) return `*${reply.length}\r\n${reply.map(encodeReply).join('')}`;
  return `+${reply.status}\r\n`;
}

/**
 * Whole commands at the start of `text`, and what is left of an unfinished one. Clients send arrays of bulk
 * strings; anything else gives `undefined`, after which the connection is of no use.
 */
export function readCommands(text: string): { commands: string[][]; rest: string } | undefined {
  const commands: string[][] = [];
  let offset = 0;
  while (offset < text.length) {
    const command = readCommand(text, offset);
    if (command === 'unfinished') break;
    if (command === 'malformed') return undefined;
    if (command.words.length > 0) commands.push(command.words);
    offset = command.next;
  }
  return { commands, rest: text.slice(offset) };
}

function readCommand(
  text: string,
  start: number,
): { words: string[]; next: number } | 'unfinished' | 'malformed' {
  const count = readLength(text, start, '*');
  if (typeof count === 'string') return count;
  const words: string[] = [];
  let offset = count.next;
  while (words.length < count.length) {
    const length = readLength(text, offset, '$');
    if (typeof length === 'string') return length;
    const end = length.next + length.length;
    if (text.length < end + 2) return 'unfinished';
    words.push(text.slice(length.next, end));
    offset = end + 2;
  }
  return { words, next: offset };
}

function readLength(
  text: string,
  start: number,
  mark: string,
): { length: number; next: number } | 'unfinished' | 'malformed' {
  const end = text.indexOf('\r\n', start);
  if (end < 0) return text.length - start > 32 ? 'malformed' : 'unfinished';
  const length = Number(text.slice(start + 1, end));
  if (text[start] !== mark || !Number.isInteger(length) || length < 0) return 'malformed';
  return { length, next: end + 2 };
}
