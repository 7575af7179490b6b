/**
 * The files that the solution reads and writes with `node:fs`. Relative paths start at its own folder, where the
 * submission's files are. Errors are in Node's words ("ENOENT: no such file or directory, …").
 */
export type Files = {
  /** Puts a file there, with the folders above it; text in UTF-8. What was there is replaced. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** A file's content as text. */
  read(path: string): Promise<string>;
  bytes(path: string): Promise<Buffer>;
  /** The paths of all files below a folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Removes a file, or a folder with all that is in it; it need not be there. */
  remove(path: string): Promise<void>;
};
