declare module 'virtual:sandbox-types' {
  /** Declarations by their address in the editor. */
  const types: Record<string, string>;
  export default types;
}
