import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

const formats = [
  { query: 'format=csv&bom=true', name: 'CSV for spreadsheets' },
  { query: 'format=csv', name: 'CSV for programs' },
  { query: 'format=json', name: 'JSON' },
];

/** Takes everything away that is known of candidates and their attempts. */
export function ExportMenu() {
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.7} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Everything, as a ZIP. It is noted in the audit log.</Menu.Label>
        {formats.map(({ query, name }) => (
          <Menu.Item key={query} component="a" href={`/api/export?${query}`} download>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
