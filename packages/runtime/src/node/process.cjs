// oxlint-disable-next-line typescript/no-unsafe-assignment -- a global that `process.ts` has set
module.exports = globalThis.process;
