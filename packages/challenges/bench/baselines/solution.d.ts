/** The solution that a baseline runs; the runner of the tests resolves the name. */
declare module 'solution';
