/** Ends the command with one line that says what is wrong and what to do. */
export function fail(line, code = 1) {
  console.error(line);
  process.exit(code);
}
