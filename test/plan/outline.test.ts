import { describe, expect, it } from 'vitest';
import { readPlanText } from '../support/read-plan.ts';

/** The outline as indented headings. */
async function outline(text: string, name?: string): Promise<string[]> {
  const { sections } = await readPlanText(text, name);
  return sections.map(({ level, path }) => '·'.repeat(level - 1) + path.at(-1)!);
}

describe('the outline', () => {
  it('nests 一、（一） 1. （1） ①', async () => {
    expect(await outline('一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n②己\n（2）庚\n2.辛\n（二）壬\n二、癸')).toEqual(
      ['一、甲', '·（一）乙', '··1.丙', '···（1）丁', '····①戊', '····②己', '···（2）庚', '··2.辛', '·（二）壬', '二、癸'], // prettier-ignore
    );
  });

  it('lets a level be skipped, and skipped differently in another part', async () => {
    expect(await outline('一、甲\n1.乙\n2.丙\n二、丁\n（一）戊\n1.己\n（二）庚\n三、辛\n（1）壬')).toEqual(
      ['一、甲', '·1.乙', '·2.丙', '二、丁', '·（一）戊', '··1.己', '·（二）庚', '三、辛', '·（1）壬'], // prettier-ignore
    );
  });

  it('follows the nesting where 1. stands outside of （一）', async () => {
    expect(await outline('1.甲\n（一）乙\n（二）丙\n2.丁\n（一）戊')).toEqual(
      ['1.甲', '·（一）乙', '·（二）丙', '2.丁', '·（一）戊'], // prettier-ignore
    );
  });

  it('nests chapters, articles and their numbered parts', async () => {
    expect(await outline('第一章 甲\n第一节 乙\n一、丙\n第二节 丁\n第二章 戊\n第一节 己')).toEqual(
      ['第一章 甲', '·第一节 乙', '··一、丙', '·第二节 丁', '第二章 戊', '·第一节 己'], // prettier-ignore
    );
  });

  it('starts again at the outermost level with an appendix', async () => {
    expect(await outline('一、甲\n（一）乙\n附件1：指标\n一、丙\n附件2：清单\n1.丁')).toEqual(
      ['一、甲', '·（一）乙', '附件1：指标', '·一、丙', '附件2：清单', '·1.丁'], // prettier-ignore
    );
  });

  it('takes a glossary that is headed without a number for an appendix, below 附件1 for its title', async () => {
    expect(await outline('一、甲\n（一）乙\n名词解释\n“三新一高”：指新阶段。')).toEqual(
      ['一、甲', '·（一）乙', '名词解释'], // prettier-ignore
    );
    expect(await outline('一、甲\n附件1\n名词解释\n“三新一高”：指新阶段。\n附件2\n清单')).toEqual(
      ['一、甲', '名词解释', '清单'], // prettier-ignore
    );
    expect(await outline('一、甲\n附件1\n指标如下。\n名词解释\n“三新一高”：指新阶段。')).toEqual(
      ['一、甲', '附件1', '名词解释'], // prettier-ignore
    );
  });

  it('takes the line below the number of an appendix for its title, and for a part of its path', async () => {
    const { sections, passages } = await readPlanText(
      '一、甲\n附件1\n2026年民生实事\n1.乙\n新建3座。\n附件2：清单\n说明\n新建5座。',
    );
    expect(sections.slice(1).map(({ title, path }) => [title, path])).toEqual([
      ['2026年民生实事', ['附件1', '2026年民生实事']],
      ['乙', ['附件1', '2026年民生实事', '1.乙']],
      ['清单', ['附件2：清单']],
    ]);
    expect(passages.map(({ text }) => text)).toEqual(['新建3座。', '说明', '新建5座。']);
  });

  it.each(['新建3座，改造5座。', '1.乙', '另有说明：'])(
    'leaves an appendix without a title whose next line is none: %s',
    async (line) => {
      const { sections } = await readPlanText(`一、甲\n附件1\n${line}\n说明`);
      expect(sections[1]).toMatchObject({ title: '', path: ['附件1'] });
    },
  );

  it('takes the next number with a figure behind it for the next item, and no other decimals', async () => {
    const titles = async (text: string): Promise<(readonly [string, string])[]> =>
      (await readPlanText(text)).sections.slice(1).map(({ marker, title }) => [marker, title]);
    expect(await titles('一、甲\n5.乙\n新建3座。\n6.15分钟便民生活圈\n新建5座。\n7.丙\n新建7座。')).toEqual([
      ['5.', '乙'],
      ['6.', '15分钟便民生活圈'],
      ['7.', '丙'],
    ]);
    expect(await titles('一、甲\n3.乙\n新建3座。\n6.15公里道路完成改造。')).toEqual([['3.', '乙']]);
  });

  it('counts on from the innermost open item only', async () => {
    const { sections } = await readPlanText('一、甲\n1.乙\n（一）丙\n二、丁\n2.15公里道路完成改造。');
    expect(sections.map(({ title }) => title)).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('puts measures below the heading that is open, and ends them with their paragraph', async () => {
    expect(await outline('一、甲\n（一）乙。一是丙。二是丁。\n（二）戊。一是己。二是庚。\n二、辛')).toEqual(
      ['一、甲', '·（一）乙', '··一是丙', '··二是丁', '·（二）戊', '··一是己', '··二是庚', '二、辛'], // prettier-ignore
    );
  });

  it('follows the levels of Markdown headings', async () => {
    const text =
      '# 2025年工作计划\n\n## 总体目标\n\n文字。\n\n### 水\n\n文字。\n\n### 气\n\n文字。\n\n## 保障\n\n文字。';
    expect(await outline(text, 'plan.md')).toEqual(['总体目标', '·水', '·气', '保障']);
  });

  it('nests numbered paragraphs below a Markdown heading', async () => {
    const text =
      '# 2025年工作计划\n\n## 一、目标\n\n（一）水\n\n新建3座。\n\n（二）气\n\n新建5座。\n\n## 二、保障\n\n文字。';
    expect(await outline(text, 'plan.md')).toEqual(['一、目标', '·（一）水', '·（二）气', '二、保障']);
  });

  it('ends a section where the next of its level or above begins', async () => {
    const text = '一、甲\n第一段。\n（一）乙\n第二段。\n二、丙\n第三段。';
    const { sections, document } = await readPlanText(text);
    const bodies = sections.map(({ start, bodyEnd }) => document.text.slice(start, bodyEnd));
    expect(bodies).toEqual(['一、甲\n第一段。\n（一）乙\n第二段。\n', '（一）乙\n第二段。\n', '二、丙\n第三段。']);
  });

  it('ends the numbered parts where the speaker turns to the audience again', async () => {
    const { passages } = await readPlanText('一、甲\n（一）乙\n新建3座。\n同志们：\n让我们努力奋斗。');
    expect(passages.at(-1)!.section?.path).toEqual(['一、甲']);
  });
});
