/** Build side: facts about Node that its C++ layer would tell its library, as the source of a module. */
import { constants as crypto } from 'node:crypto';
import { constants as fs } from 'node:fs';
import { constants as os } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { constants as zlib } from 'node:zlib';

export function nodeFacts(): string {
  const facts = {
    version: process.version,
    versions: {
      node: process.versions.node,
      v8: process.versions.v8,
      openssl: process.versions.openssl,
      amaro: process.versions['amaro'],
    },
    constants: { crypto, fs, os, zlib, trace: {} },
    errorMap: [...getSystemErrorMap()],
  };
  return Object.entries(facts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
