import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { RoleSkill } from '@assay/contracts/http';
import { describeWeighed } from '@assay/contracts/report';
import { kits } from '#candidates/kits.ts';
import { attemptEvidence } from './attemptEvidence.ts';
import { cardEvidence, kitEvidence } from './cardEvidence.ts';
import { type Evidence, weighSkills } from './weighSkills.ts';

const role = (skills: RoleSkill[]) => ({ id: 'role', title: 'Orders', skills });
const judged = (group: string, skills: string[], ...scores: number[]): Evidence => ({
  group,
  title: `Part ${group}`,
  skills,
  scores,
});

describe('what is judged, weighed as a role weighs skills', () => {
  it('is what the example of docs/grading.md says', async () => {
    const page = await readFile(new URL('../../../../docs/grading.md', import.meta.url), 'utf8');
    const [, example = ''] = page.split('### An example of weights');
    const tables = example.split(/\n\n(?=\|)/).slice(1, 3);
    const [criteria = [], skills = []] = tables.map((text) =>
      text
        .split('\n\n')[0]
        ?.split('\n')
        .slice(2)
        .map((line) => line.split('|').map((cell) => cell.trim())),
    );
    expect([criteria.length, skills.length]).toEqual([6, 4]);
    const weighed = weighSkills(
      role(
        skills.map(([, name = '', need, weight]) => ({
          name,
          need: need === 'must' ? 'must' : 'nice',
          weight: Number(weight),
        })),
      ),
      criteria.map(([, part = '', , names = '', counts]) =>
        judged(part, names.split(', '), ...(counts === '' ? [] : [Number(counts)])),
      ),
    );
    expect(
      weighed.skills.map(({ name, value }) => [name, value === undefined ? '–' : String(value)]),
    ).toEqual(skills.map(([, name, , , , value]) => [name, value]));
    const words = example.replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      `So they come to ${weighed.value}, from ${weighed.judgedWeight} of ${weighed.weight} of the weight.`,
    );
  });

  it('takes capitals and spaces of a name for nothing, and puts must-haves first', () => {
    const weighed = weighSkills(
      role([
        { name: 'SQL', weight: 5, need: 'nice' },
        { name: ' Express', weight: 1, need: 'must' },
      ]),
      [judged('a', ['express', 'sql '], 4)],
    );
    expect(weighed.skills.map(({ name, value }) => [name, value])).toEqual([
      [' Express', 4],
      ['SQL', 4],
    ]);
  });

  it('leaves out what nobody judged, and names it, with what would show it', () => {
    const weighed = weighSkills(
      role([
        { name: 'SQL', weight: 5, need: 'must' },
        { name: 'Kubernetes', weight: 2, need: 'must' },
        { name: 'Learning', weight: 1, need: 'nice' },
      ]),
      [judged('a', ['SQL'], 2, 3), judged('b', ['Learning']), judged('c', ['Kindness'], 5)],
    );
    expect(weighed).toMatchObject({
      value: 2.5,
      judgedWeight: 5,
      weight: 8,
      beside: ['Part c'],
      skills: [
        { parts: [{ title: 'Part a', criteria: 1, value: 2.5 }], open: [] },
        { parts: [], open: [] },
        { parts: [], open: ['Part b'] },
      ],
    });
    expect(describeWeighed(weighed)).toBe(
      '2.50 of 5, from 5 of 8 of the weight. Must-haves that nothing has judged: Kubernetes. Nice-to-haves that nothing has judged: Learning. Judged, and for none of these skills: Part c.',
    );
  });

  it('is no figure as long as nothing of it is judged', () => {
    const weighed = weighSkills(role([{ name: 'SQL', weight: 5, need: 'must' }]), []);
    expect(weighed).toMatchObject({ judgedWeight: 0, weight: 5 });
    expect(weighed).not.toHaveProperty('value');
    expect(describeWeighed(weighed)).toMatch(/^Nothing that the role asks for is judged yet\./);
  });

  it('counts a score that a person put in the place of the median', () => {
    const skills: RoleSkill[] = [{ name: 'SQL', weight: 1, need: 'must' }];
    const evidence = { ...judged('a', ['SQL'], 5, 5), override: 2 };
    expect(weighSkills(role(skills), [evidence]).value).toBe(2);
  });
});

describe('what a criterion counts for', () => {
  const anchors = { 1: 'No.', 3: 'Some.', 5: 'All.' };

  it('is what it names, else what its challenge does', () => {
    const rubric = [
      { id: 'sql', title: 'SQL', anchors, skills: ['SQL'] },
      { id: 'structure', title: 'Structure', anchors },
    ];
    const manifest = { title: 'Orders', rubric, skills: ['Express', 'SQL'] };
    const version = { judged: { slug: 'orders' }, manifest } as Parameters<
      typeof attemptEvidence
    >[1][number];
    const evidence = attemptEvidence('one', [version], {
      reviews: [],
      overrides: [],
      decisions: [],
    });
    expect(evidence.map(({ group, skills }) => [group, skills])).toEqual([
      ['one/orders', ['SQL']],
      ['one/orders', ['Express', 'SQL']],
    ]);
  });

  it('is said by each criterion of each kit', () => {
    const silent = [...kits.values()].flatMap((kit) =>
      kitEvidence(kit, []).filter(({ skills }) => skills.length === 0),
    );
    expect(silent).toEqual([]);
  });

  it('is what is said now of a card that was submitted before, as far as its criterion is still there', () => {
    const criterion = (key: string, skills: string[]) => ({
      key,
      group: 'Talk',
      title: key,
      signals: [],
      skills,
    });
    const card = {
      submittedAt: new Date(),
      criteria: [criterion('plan/a', []), criterion('plan/gone', ['SQL'])],
      scores: ['plan/a', 'plan/gone'].map((name) => ({
        criterion: name,
        level: 4,
        unobserved: false,
        note: 'n',
      })),
    } as unknown as Parameters<typeof cardEvidence>[1][number];
    const evidence = cardEvidence(
      { id: 'talk', title: 'Talk' },
      [card],
      [criterion('plan/a', ['Learning']), criterion('plan/new', ['Ownership'])],
    );
    expect(evidence.map(({ skills, scores }) => [skills, scores])).toEqual([
      [['Learning'], [4]],
      [['SQL'], [4]],
      [['Ownership'], []],
    ]);
  });
});
