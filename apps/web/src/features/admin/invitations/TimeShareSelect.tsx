import { allotMs } from '@assay/contracts/clock';
import { NativeSelect } from '@mantine/core';

const shares = [100, 110, 125, 150, 175, 200, 250, 300, 400];

/** How much of the assessment's time a candidate gets. */
export function TimeShareSelect({
  minutes,
  value,
  onChange,
}: {
  /** Of the assessment; unknown while it is fetched. */
  minutes: number | undefined;
  value: number;
  onChange: (timePercent: number) => void;
}) {
  const inMinutes = (percent: number) =>
    minutes === undefined ? '' : `, ${Math.round(allotMs(minutes, percent) / 60_000)} minutes`;
  return (
    <NativeSelect
      label="Time"
      description="More time, for example as an accommodation. Reviewers do not see it."
      data={shares.map((percent) => ({
        value: String(percent),
        label:
          percent === 100
            ? `As the assessment says${inMinutes(percent)}`
            : `${percent} %${inMinutes(percent)}`,
      }))}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
