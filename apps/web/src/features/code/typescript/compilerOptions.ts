/**
 * How the editor reads a workspace: as the sandbox bundles it, strict, without a browser around it.
 * Numbers are TypeScript's enums, so that the test and the worker can share them: both have a TypeScript of their own.
 */
export const compilerOptions = {
  target: 99 /* ESNext */,
  module: 99 /* ESNext */,
  moduleResolution: 100 /* Bundler */,
  lib: ['esnext'],
  types: [],
  allowImportingTsExtensions: true,
  allowJs: true,
  allowNonTsExtensions: true,
  allowSyntheticDefaultImports: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
  strict: true,
};
