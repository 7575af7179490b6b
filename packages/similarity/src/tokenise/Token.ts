/** A place in a file: line and column count from one, as editors do. */
export type Place = { line: number; column: number };

/**
 * A part of a program by its kind alone: `function`, `name`, `binary +`. Names, layout, comments and types are
 * not in it, so that changing them changes nothing.
 */
export type Token = { kind: string; from: Place; to: Place };

/** Reads one file; `undefined` when it is not a program of the language. */
export type Tokeniser = (text: string) => Token[] | undefined;
