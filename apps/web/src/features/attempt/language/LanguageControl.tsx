import type { LanguageChoice } from '@assay/contracts/challenge';
import { SegmentedControl } from '@mantine/core';

/** The languages that something can be written in, one of them chosen. */
export function LanguageControl({
  label,
  choices,
  chosen,
  disabled,
  onChoose,
}: {
  /** For those who do not see what it stands beside. */
  label: string;
  choices: readonly LanguageChoice[];
  chosen: LanguageChoice['language'];
  disabled: boolean;
  onChoose: (choice: LanguageChoice) => void;
}) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data={choices.map(({ language, title }) => ({ value: language, label: title }))}
      value={chosen}
      disabled={disabled}
      onChange={(value) => {
        const choice = choices.find(({ language }) => language === value);
        if (choice !== undefined && value !== chosen) onChoose(choice);
      }}
    />
  );
}
