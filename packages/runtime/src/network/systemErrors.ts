/** Numbers of the network's errors on Linux, as `error.errno` has them. */
export const systemErrors: Record<string, number> = {
  EAI_AGAIN: -3001,
  ECONNABORTED: -103,
  ECONNREFUSED: -111,
  ECONNRESET: -104,
  EHOSTUNREACH: -113,
  ENETUNREACH: -101,
  ENOTFOUND: -3008,
  EPIPE: -32,
  ETIMEDOUT: -110,
};
