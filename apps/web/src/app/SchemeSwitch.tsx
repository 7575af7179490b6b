import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const schemes = [
  { value: 'auto', label: 'as the system', Icon: IconDeviceDesktop },
  { value: 'light', label: 'light', Icon: IconSun },
  { value: 'dark', label: 'dark', Icon: IconMoon },
] as const;

/** Goes round light, dark and whatever the system says. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const index = schemes.findIndex(({ value }) => value === colorScheme);
  const current = schemes[index] ?? schemes[0];
  const next = schemes[(index + 1) % schemes.length] ?? schemes[0];
  const label = `Colours: ${current.label}. Change to ${next.label}`;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next.value)}
    >
      <current.Icon size={17} stroke={1.6} />
    </ActionIcon>
  );
}
