import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** Asks for the name of a file in place. Enter takes it, Escape leaves; a bad name says why at once. */
export function FileNameInput({
  label,
  initial,
  findProblem,
  onName,
  onCancel,
}: {
  label: string;
  initial: string;
  findProblem: (path: string) => string | undefined;
  onName: (path: string) => void;
  onCancel: () => void;
}) {
  const [value, setValue] = useState(initial);
  const path = value.trim();
  const problem = path === initial || path.endsWith('/') ? undefined : findProblem(path);
  return (
    <form
      style={{ padding: '2px 8px 4px' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (path === initial) onCancel();
        else if (findProblem(path) === undefined) onName(path);
      }}
    >
      <TextInput
        size="xs"
        aria-label={label}
        placeholder="src/name.ts"
        value={value}
        error={problem}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => selectBaseName(event.currentTarget)}
        onChange={(event) => setValue(event.currentTarget.value)}
        onBlur={onCancel}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
    </form>
  );
}

/** The part between folder and ending is what one usually wants to change. */
function selectBaseName(input: HTMLInputElement): void {
  const start = input.value.lastIndexOf('/') + 1;
  const dot = input.value.lastIndexOf('.');
  input.setSelectionRange(start, dot > start ? dot : input.value.length);
}
