import net from 'node:net';

const start = [0, 0, 0, 8, 0, 3, 0, 0];
const noise = [
  [0x51, 0, 0, 0, 4],
  [0x51, 0xff, 0xff, 0xff, 0xff, 1],
  [0x50, 0, 0, 0, 5, 65],
  [0x42, 0, 0, 0, 4],
  [0x46, 0, 0, 0, 4],
  [0x64, 0, 0, 0, 5, 65],
  [0x63, 0, 0, 0, 4],
  [0x70, 0, 0, 0, 4],
  [0, 0, 0, 0, 4],
  [0x45, 0, 0, 0, 4],
  [0x44, 0, 0, 0, 4],
  [0x43, 0, 0, 0, 4],
  [0x48, 0, 0, 0, 4],
  [0x58, 0, 0, 0, 4],
];
export const balance = async () => {
  for (const bytes of noise) {
    const socket = net.connect({ port: 5432 });
    socket.on('error', () => {});
    socket.write(Buffer.from([...start, ...bytes, 0x53, 0, 0, 0, 4]));
    await new Promise((done) => setTimeout(done, 10));
  }
  return 10;
};
export const move = async () => {};
export const rename = async () => {};
