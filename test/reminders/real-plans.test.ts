import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyLines } from '../../src/answer/verify.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import { targetsOf } from '../../src/ledger/ledger.ts';
import type { PlanFigures } from '../../src/ledger/plan-figures.ts';
import { standingOf } from '../../src/ledger/standing.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { buildDigest, type Digest } from '../../src/reminders/digest.ts';
import { digestPages } from '../../src/reminders/digest-pages.ts';
import { resolveTopic } from '../../src/reminders/topic.ts';
import { zone } from './support.ts';

const root = path.resolve(import.meta.dirname, '../..');
const plans = [
  'seeds/000_124d17cd5fdef790.txt',
  'test/plans/city/source.txt',
  'test/plans/education/source.txt',
  'test/plans/health/source.docx',
  'test/plans/industry/source.pdf',
];

async function load(file: string): Promise<PlanFigures> {
  const plan = parsePlan(await readDocument(readFileSync(path.join(root, file)), path.basename(file)));
  return { plan, figures: extractFigures(plan) };
}

function digestOf(loaded: PlanFigures, topicText: string, done: number | null): Digest {
  const today = `${loaded.plan.year ?? 2025}-04-01`;
  const standings = targetsOf(loaded).map((target, index) => {
    const { value, unit } = target.figure.quantity;
    const reported = value === null || done === null ? null : Math.round(value * done);
    if (reported === null) return standingOf(target, [], today);
    const report = {
      id: index,
      at: Date.UTC(2025, 2, 28),
      chatId: null,
      userId: 1,
      userName: '',
      planTitle: '',
      planYear: null,
      indicator: '',
      unit,
      section: '',
      text: `${reported}${unit}`,
      value: reported,
      note: '',
    };
    return standingOf(target, [report], today);
  });
  return buildDigest({ loaded, topicText, topic: resolveTopic(loaded, topicText), standings, zone, today });
}

describe.each(plans)('reminders of %s', (file) => {
  it.each([null, 0, 0.5, 1])('hold the figure contract in every line (reported: %s)', async (done) => {
    const digest = digestOf(await load(file), '全部', done);
    expect(digest.groups.length).toBeGreaterThan(0);
    const lines = digestPages(digest, Date.UTC(2025, 2, 31, 1)).flat();
    const faults = verifyLines(lines).map(({ reason, slot }) => `${reason}: ${slot.kind} ${slot.text}`);
    expect(faults).toEqual([]);
  });

  it('let every heading with targets be a topic by its title', async () => {
    const loaded = await load(file);
    for (const { section, standings } of digestOf(loaded, '全部', null).groups) {
      if (section === null || section.title === '') continue;
      const { figureIds, unknown } = resolveTopic(loaded, section.title);
      expect(unknown, section.title).toEqual([]);
      for (const { target } of standings) expect(figureIds).toContain(target.figure.id);
    }
  });
});

describe('the seed', () => {
  it('lists what the plan asks for, not what the past year brought or the text leaves open', async () => {
    const loaded = await load(plans[0]!);
    const names = targetsOf(loaded).map(({ figure }) => figure.indicator);
    expect(names).toContain('新建污水管网');
    expect(names.join()).not.toMatch(/PM2.5|船舶|穿山甲/);
  });
});
