import { Textarea } from '@mantine/core';

/** A field for texts of one line each. */
export function LinesField({
  label,
  description,
  placeholder,
  value,
  disabled,
  onChange,
}: {
  label: string;
  description?: string;
  placeholder?: string;
  value: string[];
  disabled: boolean;
  onChange: (lines: string[]) => void;
}) {
  return (
    <Textarea
      label={label}
      description={description}
      placeholder={placeholder}
      autosize
      minRows={2}
      disabled={disabled}
      value={value.join('\n')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' ? [] : text.split('\n'));
      }}
    />
  );
}
