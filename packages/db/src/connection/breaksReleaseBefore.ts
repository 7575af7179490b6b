/** What the check of migrations (`.squawk.toml`) refuses because the release before cannot go on after it. */
const breakingRules = [
  'adding-not-nullable-field',
  'adding-required-field',
  'ban-drop-column',
  'ban-drop-not-null',
  'ban-drop-table',
  'changing-column-type',
  'renaming-column',
  'renaming-table',
];

const breaking = new RegExp(`^-- squawk-ignore .*\\b(?:${breakingRules.join('|')})\\b`, 'm');

/** Whether a migration has a statement that the check let pass although the release before cannot go on after it. */
export function breaksReleaseBefore(statements: readonly string[]): boolean {
  return statements.some((statement) => breaking.test(statement));
}
