declare module 'virtual:sandbox-types' {
  /** Declarations by their address in the editor. */
  const types: Record<string, string>;
  export default types;
}

declare module 'virtual:test-types' {
  /** What tests find without an import, by its address in the editor. */
  const types: Record<string, string>;
  export default types;
}
