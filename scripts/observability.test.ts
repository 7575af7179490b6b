import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docker/observability');

const Rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
});

const Absent = z.object({ code: z.literal('ENOENT') });

const Dashboard = z.object({
  title: z.string(),
  panels: z.array(
    z.object({
      id: z.int(),
      type: z.enum(['row', 'stat', 'timeseries']),
      title: z.string().min(1),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      targets: z.array(z.object({ expr: z.string().min(1) })).default([]),
    }),
  ),
});

const read = (name: string) => readFile(join(folder, name), 'utf8');

/** Runs Prometheus's own checker, where it is installed. */
async function promtool(args: string[]): Promise<string> {
  try {
    return (await run('promtool', args, { cwd: folder })).stdout;
  } catch (error) {
    if (Absent.safeParse(error).success) return 'not installed';
    throw error;
  }
}

describe('the alerts', () => {
  it('say what is wrong, and where it is written what to do', async () => {
    const { groups } = Rules.parse(parse(await read('alerts.yml')));
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(8);
    const guide = await readFile(join(root, 'docs/operating.md'), 'utf8');
    const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, text]) => text);
    for (const { alert, annotations } of rules) {
      expect(annotations.runbook).toBe(`docs/operating.md#${alert.toLowerCase()}`);
      expect(headings).toContain(alert);
    }
  });

  it('are rules that Prometheus takes, and go off when they should', async () => {
    for (const args of [
      ['check', 'rules', 'alerts.yml'],
      ['test', 'rules', 'alerts.test.yml'],
    ])
      expect(await promtool(args)).toMatch(/SUCCESS|not installed/);
  });
});

describe('the dashboard', () => {
  it('has panels that ask for something and do not lie over each other', async () => {
    const { panels } = Dashboard.parse(JSON.parse(await read('dashboard.json')));
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Map<string, string>();
    for (const { title, type, targets, gridPos } of panels) {
      if (type !== 'row') expect([title, targets.length]).not.toEqual([title, 0]);
      expect([title, gridPos.x + gridPos.w <= 24]).toEqual([title, true]);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect([title, taken.get(`${x}/${y}`)]).toEqual([title, undefined]);
          taken.set(`${x}/${y}`, title);
        }
    }
  });

  it('asks in a language that Prometheus understands', async () => {
    const { panels } = Dashboard.parse(JSON.parse(await read('dashboard.json')));
    const rules = panels
      .flatMap(({ targets }) => targets)
      .map(({ expr }, n) => ({
        record: `panel:query_${n}`,
        expr: expr.replaceAll('$__rate_interval', '1m'),
      }));
    const temporary = await mkdtemp(join(tmpdir(), 'assay-dashboard-'));
    try {
      // JSON is YAML.
      const file = join(temporary, 'queries.yml');
      await writeFile(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
      expect(await promtool(['check', 'rules', file])).toMatch(/SUCCESS|not installed/);
    } finally {
      await rm(temporary, { recursive: true });
    }
  });
});
