/** The package `buffer` under the path that is not Node's own module. */
declare module 'buffer/index.js' {
  export * from 'node:buffer';
}
