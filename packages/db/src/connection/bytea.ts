import { customType } from 'drizzle-orm/pg-core';

/** Bytes. node-postgres answers a Buffer and PGlite a Uint8Array; callers see a Uint8Array either way. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  fromDriver: (bytes) => new Uint8Array(bytes),
});
