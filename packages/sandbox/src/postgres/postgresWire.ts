/** The parts of PostgreSQL's wire protocol (version 3) that stand between a client and PGlite. */

/** Whole messages at the start of `bytes`, and what is left of an unfinished one. */
export function readMessages(bytes: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = [];
  let offset = 0;
  while (bytes.length - offset >= 5) {
    const length = 1 + bytes.readInt32BE(offset + 1);
    if (length < 5 || bytes.length - offset < length) break;
    messages.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return { messages, rest: bytes.subarray(offset) };
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

const parameters = {
  server_version: '18.0',
  server_encoding: 'UTF8',
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  TimeZone: 'UTC',
  integer_datetimes: 'on',
  standard_conforming_strings: 'on',
};

/** What a server says to a client that it lets in without a password. */
export function startupReply(connection: number): Buffer {
  const keyData = Buffer.alloc(8);
  keyData.writeInt32BE(connection, 0);
  return Buffer.concat([
    message('R', Buffer.alloc(4)),
    ...Object.entries(parameters).map(([name, value]) =>
      message('S', Buffer.from(`${name}\0${value}\0`)),
    ),
    message('K', keyData),
    message('Z', Buffer.from('I')),
  ]);
}

/** The text that ends with a zero byte at `offset`, and where the next field starts. */
export function readText(bytes: Buffer, offset: number): { text: string; next: number } {
  const end = bytes.indexOf(0, offset);
  return { text: bytes.subarray(offset, end).toString(), next: end + 1 };
}

export function simpleQuery(text: string): Buffer {
  return message('Q', Buffer.from(`${text}\0`));
}

/** Where the name of a prepared statement stands in a message that has one. */
function nameOffset(type: string, bytes: Buffer): number | undefined {
  if (type === 'P') return 5;
  if (type === 'B') return readText(bytes, 5).next;
  if (type === 'D' || type === 'C') return bytes[5] === 0x53 ? 6 : undefined;
  return undefined;
}

/** The message with its prepared statement under another name. */
export function renameStatement(
  type: string,
  bytes: Buffer,
  rename: (name: string) => string,
): Buffer {
  const offset = nameOffset(type, bytes);
  if (offset === undefined) return bytes;
  const { text, next } = readText(bytes, offset);
  if (text === '') return bytes;
  return message(
    type,
    Buffer.concat([
      bytes.subarray(5, offset),
      Buffer.from(`${rename(text)}\0`),
      bytes.subarray(next),
    ]),
  );
}

export function closeStatement(name: string): Buffer {
  return Buffer.concat([message('C', Buffer.from(`S${name}\0`)), message('S', Buffer.alloc(0))]);
}

/** An error that ends the connection, as PostgreSQL words them. */
export function fatalReply(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));
}
