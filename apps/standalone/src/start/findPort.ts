import { createServer } from 'node:net';
import { StartProblem } from '#StartProblem.ts';

/** Makes sure that `port` can be listened on, before anything slow is started; 0 finds a free one. */
export function findPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => reject(portProblem(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

/** Why listening failed, for whoever starts Assay. */
export function portProblem(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
): StartProblem {
  const options = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
        options,
      );
    case 'EACCES':
      return new StartProblem(
        `This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`,
        options,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(
        `HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for every address.`,
        options,
      );
    case undefined:
    default:
      return new StartProblem(
        `Assay cannot listen at ${host}:${port} (${error.message}).`,
        options,
      );
  }
}
