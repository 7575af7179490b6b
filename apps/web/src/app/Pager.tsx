import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';

/** Leafs through a list whose page is in the address bar. Shows nothing when everything fits on one. */
export function Pager({
  page,
  pageSize,
  total,
}: {
  page: number;
  pageSize: number;
  total: number;
}) {
  const [, setSearch] = useSearchParams();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const go = (to: number) =>
    setSearch((search) => {
      search.set('page', String(to));
      return search;
    });
  return (
    <Group component="nav" aria-label="Pages" justify="space-between" mt={12}>
      <Text size="sm" c="dimmed" className="numbers">
        {(page - 1) * pageSize + 1} to {Math.min(page * pageSize, total)} of {total}
      </Text>
      <Group gap={8}>
        <Button
          size="xs"
          variant="default"
          disabled={page <= 1}
          leftSection={<IconChevronLeft size={14} />}
          onClick={() => go(page - 1)}
        >
          Previous
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={page >= pages}
          rightSection={<IconChevronRight size={14} />}
          onClick={() => go(page + 1)}
        >
          Next
        </Button>
      </Group>
    </Group>
  );
}
