import { codes } from 'node:internal/errors';

const token = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const forbiddenInValue = /[^\t\u0020-\u007e\u0080-\u00ff]/;

/** @throws {TypeError} ERR_INVALID_HTTP_TOKEN */
export function validateHeaderName(name: string): void {
  if (typeof name !== 'string' || !token.test(name))
    throw new codes.ERR_INVALID_HTTP_TOKEN('Header name', name);
}

/** Of several values, all have to be right. @throws {TypeError} ERR_HTTP_INVALID_HEADER_VALUE or ERR_INVALID_CHAR */
export function validateHeaderValue(
  name: string,
  value: string | number | readonly string[] | undefined,
): void {
  if (value === undefined) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (forbiddenInValue.test(String(value)))
    throw new codes.ERR_INVALID_CHAR('header content', name);
}
