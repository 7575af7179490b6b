/** What a part of a form gets: what is typed, what the server said of single fields, and how to change it. */
export type FieldProps<Draft> = {
  draft: Draft;
  disabled: boolean;
  problems: ReadonlyMap<string, string>;
  onChange: (changes: Partial<Draft>) => void;
};
