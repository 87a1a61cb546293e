import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/ledger/standing.ts';
import { targetsOf } from '../../src/ledger/ledger.ts';
import { verifyLines } from '../../src/answer/verify.ts';
import { buildDigest, digestFaults, type Digest } from '../../src/reminders/digest.ts';
import type { Line } from '../../src/answer/answer.ts';
import { lineText } from '../../src/answer/render-text.ts';
import { digestPages, pagesAtMost, pageUnits } from '../../src/reminders/digest-pages.ts';
import { resolveTopic } from '../../src/reminders/topic.ts';
import { buildPlan, waterAndAir, type PlanSpec } from '../ledger/builders.ts';
import { zone } from './support.ts';

const digestOf = (loaded: ReturnType<typeof buildPlan>, topicText: string): Digest =>
  buildDigest({
    loaded,
    topicText,
    topic: resolveTopic(loaded, topicText),
    standings: targetsOf(loaded).map((target) => standingOf(target, [], '2025-04-01')),
    zone,
    today: '2025-04-01',
  });
const isSource = ({ role }: Line) => role === 'source';
const texts = (digest: Digest) => digestPages(digest).map((page) => page.map(lineText));

describe('digestPages', () => {
  it('holds the figure contract in every line', () => {
    expect(digestFaults(digestOf(waterAndAir(), '全部'))).toEqual([]);
    const lines = digestPages(digestOf(waterAndAir(), '水环境'), Date.UTC(2025, 2, 31, 1)).flat();
    expect(verifyLines(lines)).toEqual([]);
  });

  it('gives the passage instead of a line that fails the contract', () => {
    const { plan, figures } = waterAndAir();
    const shifted = figures.map((figure) => ({ ...figure, quantity: { ...figure.quantity, text: '90公里' } }));
    const lines = texts(digestOf({ plan, figures: shifted }, '污水管网')).flat();
    expect(lines).toContain('· 新建污水管网80公里。');
    expect(lines.join()).not.toContain('90公里');
  });

  it('puts each group of lines under its own source', () => {
    const pages = digestPages(digestOf(waterAndAir(), '全部'));
    const lines = pages.flat().map(lineText);
    expect(pages.flat().filter(isSource).map(lineText)).toEqual([
      '二、攻坚战 › (一)实施空气质量持续改善行动',
      '二、攻坚战 › (二)实施水环境巩固提升行动',
    ]);
    expect(lines.indexOf('二、攻坚战 › (一)实施空气质量持续改善行动')).toBeLessThan(
      lines.findIndex((line) => line.includes('新建污水管网')),
    );
  });

  it('leaves no numeral in the program’s own words', () => {
    for (const page of digestPages(digestOf(waterAndAir(), '全部'), Date.UTC(2025, 2, 31, 1))) {
      for (const slot of page.flatMap(({ slots }) => slots))
        if (slot.kind === 'words') expect(slot.text).not.toMatch(/[0-9]/);
    }
  });

  it('shows a topic with a numeral as the plan has it', () => {
    const loaded = buildPlan({
      sections: [
        { path: ['PM2.5治理'], figures: [{ indicator: 'PM2.5平均浓度', text: '28微克', value: 28, unit: '微克' }] },
      ],
    });
    const [title] = digestPages(digestOf(loaded, 'PM2.5'))[0]!;
    expect(title!.slots.find(({ text }) => text === 'PM2.5')?.kind).toBe('section');
  });

  it('cuts figures and figure text only as the plan prints them', () => {
    const loaded = waterAndAir();
    for (const slot of digestPages(digestOf(loaded, '全部'))
      .flat()
      .flatMap(({ slots }) => slots)) {
      if (slot.kind === 'figure' || slot.kind === 'section' || slot.kind === 'quote') {
        expect(loaded.plan.document.text).toContain(slot.text);
      }
    }
  });

  it('keeps every message within Telegram’s limits, with a source on each, whatever the plan', () => {
    const name = fc.string({
      unit: fc.constantFrom('水', '管', '网', '𠮷', '😀', 'A', '<', '&'),
      minLength: 1,
      maxLength: 900,
    });
    const plans: fc.Arbitrary<PlanSpec> = fc.record({
      sections: fc.array(
        fc.record({
          path: name.map((title) => ['一、总', `(一)${title}`]),
          figures: fc.array(
            name.map((indicator) => ({ indicator })),
            { minLength: 1, maxLength: 40 },
          ),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(plans, (spec) => {
        const digest = digestOf(buildPlan(spec), '全部');
        const lines = digestPages(digest);
        for (const page of lines.filter((each) => each.some(({ role }) => role === 'item'))) {
          expect(page.some(isSource)).toBe(true);
        }
        const pages = texts(digest);
        expect(pages.length).toBeLessThanOrEqual(pagesAtMost);
        for (const page of pages) {
          const text = page.join('\n');
          expect(text.length).toBeLessThanOrEqual(pageUnits + 40);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(32_768);
          expect(() => encodeURIComponent(text), 'half a surrogate pair').not.toThrow();
        }
        const shown = pages.flat().filter((line) => line.startsWith('⚪ ') && line.includes('目标')).length;
        const rest = /其余(\d+)项/.exec(pages.at(-1)?.at(-1) ?? '')?.[1] ?? '0';
        expect(shown + Number(rest)).toBe(spec.sections.reduce((sum, { figures }) => sum + figures.length, 0));
      }),
      { numRuns: 60 },
    );
  });
});
