import { WholeNumberInput } from '#app/WholeNumberInput.tsx';

/** For how many days a link works. */
export function DaysInput({
  value,
  onChange,
}: {
  value: number;
  onChange: (days: number) => void;
}) {
  return (
    <WholeNumberInput
      label="The link works for"
      suffix={value === 1 ? ' day' : ' days'}
      min={1}
      max={90}
      value={value}
      fallback={14}
      onChange={onChange}
    />
  );
}
