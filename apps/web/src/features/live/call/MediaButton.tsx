import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconMicrophone,
  IconMicrophoneOff,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import { useCall } from '#features/live/talk/Talk.ts';
import classes from './Call.module.css';
import type { DeviceKind } from './LocalMedia.ts';

const looks = {
  microphone: { name: 'Microphone', On: IconMicrophone, Off: IconMicrophoneOff },
  camera: { name: 'Camera', On: IconVideo, Off: IconVideoOff },
} as const;

/** The own microphone or camera: on or off, and which one. */
export function MediaButton({ kind }: { kind: DeviceKind }) {
  const { call, media } = useCall();
  const { name, On, Off } = looks[kind];
  const isOn = media[kind] === 'on';
  const Icon = isOn ? On : Off;
  const devices = media.devices[kind];
  return (
    <div className={classes.media}>
      <Tooltip label={`${name} is ${isOn ? 'on' : 'off'}`}>
        <ActionIcon
          variant={isOn ? 'light' : 'default'}
          size={30}
          aria-label={name}
          aria-pressed={isOn}
          onClick={() => void call.media.setOn(kind, !isOn)}
        >
          <Icon size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      {devices.length > 1 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Choose the ${kind}`}>
              <IconChevronDown size={14} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {devices.map(({ id, label }) => (
              <Menu.Item
                key={id}
                aria-current={media.chosen[kind] === id}
                leftSection={
                  media.chosen[kind] === id ? <IconCheck size={14} stroke={1.7} /> : <i />
                }
                onClick={() => void call.media.choose(kind, id)}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
