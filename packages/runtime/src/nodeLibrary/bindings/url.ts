/** `internalBinding('url')` on the URL Standard's reference implementation, in place of Node's C++ parser. */
import {
  parseURL,
  serializeHost,
  serializeURL,
  URL as ReferenceUrl,
  type UrlRecord,
} from 'whatwg-url';
import { codes } from 'node:internal/errors';
import { domainTo, setDomainParser } from './domains.ts';

/** What Node's URL class reads after each parse: offsets in the serialized URL. */
const urlComponents = new Uint32Array(9);
const omitted = 2 ** 32 - 1;
const schemeTypes: Record<string, number> = { http: 0, https: 2, ws: 3, ftp: 4, wss: 5, file: 6 };
const notSpecial = 1;

function describe(record: UrlRecord): string {
  const href = serializeURL(record);
  const protocolEnd = record.scheme.length + 1;
  let usernameEnd = protocolEnd;
  let hostStart = protocolEnd;
  let hostEnd = protocolEnd;
  let at = protocolEnd;
  if (record.host !== null) {
    usernameEnd = protocolEnd + 2 + record.username.length;
    hostStart = usernameEnd + (record.password === '' ? 0 : record.password.length + 1);
    const credentials = record.username !== '' || record.password !== '';
    hostEnd = hostStart + (credentials ? 1 : 0) + serializeHost(record.host).length;
    at = hostEnd + (record.port === null ? 0 : String(record.port).length + 1);
  } else if (Array.isArray(record.path) && href.startsWith('/.', protocolEnd)) at += 2;
  const hashStart = record.fragment === null ? omitted : href.indexOf('#', at);
  const searchStart = record.query === null ? omitted : href.indexOf('?', at);
  urlComponents.set([
    protocolEnd,
    usernameEnd,
    hostStart,
    hostEnd,
    record.port ?? omitted,
    at,
    searchStart,
    hashStart,
    schemeTypes[record.scheme] ?? notSpecial,
  ]);
  return href;
}

function tryParse(input: string, base?: string): UrlRecord | null {
  const baseURL = base === undefined ? null : parseURL(base);
  return base !== undefined && baseURL === null ? null : parseURL(input, { baseURL });
}

function parse(input: string, base: string | undefined, raise: boolean): string | undefined {
  const record = tryParse(input, base);
  if (record !== null) return describe(record);
  if (raise) throw new codes.ERR_INVALID_URL(input, base ?? null);
  return undefined;
}

/** The attributes of a URL by the numbers of Node's update actions. */
const attributes = [
  'protocol',
  'host',
  'hostname',
  'port',
  'username',
  'password',
  'pathname',
  'search',
  'hash',
  'href',
] as const;

function update(href: string, action: number, value: string): string | false {
  const attribute = attributes[action] ?? 'href';
  if (attribute === 'href') return parse(value, undefined, false) ?? false;
  const url = new ReferenceUrl(href);
  url[attribute] = value;
  return parse(url.href, undefined, false) ?? false;
}

const pathCharacters: Record<string, string> = {
  '%': '%25',
  '\\': '%5C',
  '\n': '%0A',
  '\r': '%0D',
  '\t': '%09',
  '?': '%3F',
  '#': '%23',
};

function format(href: string, hash: boolean, _unicode: boolean, search: boolean, auth: boolean) {
  const url = new ReferenceUrl(href);
  if (!hash) url.hash = '';
  if (!search) url.search = '';
  if (!auth) {
    url.username = '';
    url.password = '';
  }
  return url.href;
}

setDomainParser((domain) => {
  const host = parseURL(`ws://${domain}`)?.host ?? null;
  return host === null ? '' : serializeHost(host);
});

export const urlBinding = {
  urlComponents,
  parse,
  canParse: (input: string, base?: string) => tryParse(input, base) !== null,
  update,
  pathToFileURL: (path: string) =>
    parse(
      `file://${path.replace(/[%\\\n\r\t?#]/g, (character) => pathCharacters[character] ?? '')}`,
      undefined,
      true,
    ),
  domainToASCII: domainTo,
  domainToUnicode: domainTo,
  getOrigin: (href: string) => new ReferenceUrl(href).origin,
  format,
};
