import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planName } from '../../src/plan/plan-name.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlanFile, readPlanText, seedFile } from '../support/read-plan.ts';

/** What holds of every plan, whatever its text. */
function checkSpans({ document: { text }, sections, passages }: Plan): void {
  for (const section of sections) {
    const heading = text.slice(section.start, section.end);
    expect(section.start).toBeLessThan(section.end);
    expect(section.bodyEnd).toBeGreaterThanOrEqual(section.end);
    expect(section.bodyEnd).toBeLessThanOrEqual(text.length);
    expect(section.path.at(-1)).toBe(heading);
    expect(section.path.slice(0, -1)).toEqual(section.parent?.path ?? []);
    expect(section.level).toBe(section.path.length);
    expect(heading.startsWith(section.marker)).toBe(true);
    expect(heading).toContain(section.title);
    expect(sections[section.id]).toBe(section);
  }
  let last = 0;
  for (const [index, passage] of passages.entries()) {
    expect(passage.id).toBe(index);
    expect(passage.start).toBeGreaterThanOrEqual(last);
    expect(passage.end).toBeGreaterThan(passage.start);
    expect(passage.end).toBeLessThanOrEqual(text.length);
    if (passage.kind === 'sentence') expect(passage.text).toBe(text.slice(passage.start, passage.end));
    if (passage.section !== null) {
      expect(passage.start).toBeGreaterThanOrEqual(passage.section.start);
      expect(passage.end).toBeLessThanOrEqual(passage.section.bodyEnd);
    }
    last = passage.end;
  }
}

describe('parsePlan', () => {
  describe('on the seed', async () => {
    const plan = await readPlanFile(seedFile);

    it('reads its title, year and outline', () => {
      expect(plan.title).toBe('全市生态环境保护工作会议暨市生环委会议');
      expect(plan.year).toBe(2025);
      expect(plan.sections.filter(({ level }) => level === 1).map(({ marker }) => marker)).toEqual([
        '一、',
        '二、',
        '三、',
      ]);
      expect(plan.sections.filter(({ level }) => level === 2).map(({ marker }) => marker)).toEqual(
        ['(一)', '(二)', '(三)', '(四)', '(五)', '(一)'], // prettier-ignore
      );
      expect(plan.sections.filter(({ kind }) => kind === 'measure')).toHaveLength(19);
    });

    it('keeps 一是 inside its paragraph, below its heading', () => {
      const passage = plan.passages.find(({ text }) => text.includes('污水管网80公里'))!;
      expect(passage.section?.path).toEqual([
        '二、聚焦“提质增效”,全力打好污染防治攻坚战',
        '(二)实施水环境巩固提升行动',
        '二是深化城镇治污',
      ]);
    });

    it('tells the two places of one sentence apart', () => {
      const twice = plan.passages.filter(({ text }) => text.includes('国考断面水质优良率保持100%'));
      expect(twice.map(({ section }) => section?.path[0]?.slice(0, 2))).toEqual(['一、', '二、']);
    });

    it('leaves the advertisement out and warns of it and of the gap', () => {
      expect(plan.passages.some(({ text }) => text.includes('mbgs777'))).toBe(false);
      expect(plan.warnings.map(({ message }) => message)).toEqual(
        expect.arrayContaining([expect.stringContaining('广告'), expect.stringContaining('省略')]),
      );
    });

    it('holds to its text', () => {
      checkSpans(plan);
    });
  });

  it('gives the same plan the same id, another text another', async () => {
    const [first, again, other] = await Promise.all(['甲。', '甲。', '乙。'].map((text) => readPlanText(text)));
    expect(first!.id).toMatch(/^[0-9a-f]{12}$/);
    expect(again!.id).toBe(first!.id);
    expect(other!.id).not.toBe(first!.id);
  });

  it('names a plan without a title by its file', async () => {
    expect(planName(await readPlanText('一、任务\n新建3所。', '要点.txt'))).toBe('要点.txt');
  });

  it('takes a heading that runs on as heading and sentence', async () => {
    const { sections, passages } = await readPlanText('一、任务\n1.抓实项目建设。全年安排项目40个。开工30个。');
    expect(sections.at(-1)!.title).toBe('抓实项目建设');
    expect(passages.map(({ text }) => text)).toEqual(['全年安排项目40个。', '开工30个。']);
  });

  it('keeps the sentence of a heading that states something itself', async () => {
    const { passages } = await readPlanText('一、任务\n（1）新建学校3所，改造5所。\n（2）培训教师1200人次。');
    expect(passages.map(({ text }) => text)).toEqual(['新建学校3所，改造5所。', '培训教师1200人次。']);
  });

  it('does not take a line that opens with a figure for a heading', async () => {
    const { sections, passages } = await readPlanText('一、任务\n2.5公里道路完成改造。\n100%的村通公路。');
    expect(sections).toHaveLength(1);
    expect(passages[0]!.text).toBe('2.5公里道路完成改造。');
  });

  it('takes items behind dashes as sentences of the section', async () => {
    const { passages } = await readPlanText('一、目标\n——就业5万人。\n— 失业率5%以内。');
    expect(passages.map(({ text }) => text)).toEqual(['就业5万人。', '失业率5%以内。']);
  });

  it('joins the cells of a table row under their headings', async () => {
    const { passages } = await readPlanText(
      '一、指标\n\n指标\t2024年实际\t2025年目标\n就业\t5万人\t6万人\n入园率\t90%\t92%\n',
    );
    expect(passages.filter(({ kind }) => kind === 'row').map(({ text }) => text)).toEqual([
      '指标：就业；2024年实际：5万人；2025年目标：6万人',
      '指标：入园率；2024年实际：90%；2025年目标：92%',
    ]);
  });

  it('reads a text without any heading', async () => {
    const plan = await readPlanText('新建学校3所。改造5所。');
    expect(plan.sections).toEqual([]);
    expect(plan.passages.map(({ section }) => section)).toEqual([null, null]);
  });

  it('holds to the text of generated plans', async () => {
    const mark = fc.constantFrom(
      '一、',
      '二、',
      '（一）',
      '（二）',
      '1.',
      '2.',
      '(1)',
      '①',
      '第一章 ',
      '附件1：',
      '第一，',
      '',
    );
    const words = fc.constantFrom(
      '加强领导',
      '新建学校3所',
      '增长5.5%',
      '抓实项目建设，全年开工30个',
      '……略……',
      '同志们',
    );
    const stop = fc.constantFrom('。', '；', '，', '：', '', '！', '。一是甲项。二是乙项。', '\r\n', '\n\n', '\t');
    const line = fc.tuple(mark, words, stop, words, fc.constantFrom('。', '', ' ')).map((parts) => parts.join(''));
    const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('plan.txt', 'plan.md'), async (sample, name) => {
        checkSpans(await readPlanText(sample, name));
      }),
      { numRuns: 150 },
    );
  });
});

describe('bold items of a Markdown text', () => {
  it('are headings, and their text has no marks', async () => {
    const plan = await readPlanText(
      '# 2025年工作要点\n\n## 一、任务\n\n**1.防控近视。**完成改造6200间。\n\n**2.办好特教。**新建学校6所。\n',
      'plan.md',
    );
    expect(plan.sections.map(({ title }) => title)).toEqual(['任务', '防控近视', '办好特教']);
    expect(plan.passages.map(({ text }) => text)).toEqual(['完成改造6200间。', '新建学校6所。']);
  });

  it('ends no part with the salutation below its heading', async () => {
    const plan = await readPlanText(
      '2026年政府工作报告\n一、回顾\n（一）“十四五”成就\n各位代表！五年来硕果累累。\n第一，实力更强。产值达到30亿元。',
    );
    expect(plan.sections.at(-1)?.path).toHaveLength(3);
  });
});
