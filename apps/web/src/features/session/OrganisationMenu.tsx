import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconListSearch,
  IconPlugConnected,
  IconUserOff,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import classes from './StaffLayout.module.css';

const places = [
  { to: '/admin/members', name: 'Members', Icon: IconUsers },
  { to: '/admin/tokens', name: 'API tokens', Icon: IconPlugConnected },
  { to: '/admin/webhooks', name: 'Webhooks', Icon: IconWebhook },
  { to: '/admin/audit', name: 'Log of actions', Icon: IconListSearch },
  { to: '/admin/erasures', name: 'Erasure', Icon: IconUserOff },
];

/** Ways to what admins look after beside hiring. */
export function OrganisationMenu() {
  const { pathname } = useLocation();
  const isHere = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton
          className={classes.place}
          data-here={places.some(({ to }) => isHere(to)) || undefined}
        >
          Organisation
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ to, name, Icon }) => (
          <Menu.Item
            key={to}
            component={Link}
            to={to}
            aria-current={isHere(to) ? 'page' : undefined}
            leftSection={<Icon size={16} stroke={1.6} />}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
