import { NumberInput, type NumberInputProps } from '@mantine/core';

/** A field for a whole number from `min` to `max`; while it is empty it stands for `fallback`. */
export function WholeNumberInput({
  fallback,
  onChange,
  ...field
}: Omit<NumberInputProps, 'onChange'> & {
  value: number;
  min: number;
  max: number;
  fallback: number;
  onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      clampBehavior="strict"
      allowDecimal={false}
      {...field}
      onChange={(value) => onChange(typeof value === 'number' ? value : fallback)}
    />
  );
}
