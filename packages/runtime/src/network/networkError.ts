import { systemErrors } from './systemErrors.ts';

/** `connect ECONNREFUSED 127.0.0.1:81`: the system call, the code, and where to. */
const connectPattern = /^connect \w+ (?<address>.+):(?<port>\d+)$/;

/** The error that Node reports for a failed connection, from its code and message. */
export function networkError(code: string, message: string): Error {
  const error = Object.assign(new Error(message), {
    ...(Object.hasOwn(systemErrors, code) ? { errno: systemErrors[code] } : {}),
    code,
    syscall: message.split(' ')[0],
  });
  const { address, port } = connectPattern.exec(message)?.groups ?? {};
  if (address !== undefined) return Object.assign(error, { address, port: Number(port) });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return Object.assign(error, { hostname: message.split(' ')[2] });
  return error;
}
