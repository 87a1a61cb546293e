import { describe, expect, it } from 'vitest';
import { readPlanText } from '../support/read-plan.ts';

/** Each passage behind its innermost heading. */
const scoped = async (text: string, name?: string): Promise<string[]> => {
  const { passages } = await readPlanText(text, name);
  return passages.map(({ section, text: words }) => `${section?.path.at(-1) ?? ''}|${words}`);
};

describe('the leads of paragraphs', () => {
  it('takes short first sentences of paragraphs in a row for headings', async () => {
    const text =
      '一、重点工作\n下面是安排。\n稳就业促增收。新增就业5万人，帮扶困难人员2000人。\n——兴文旅聚人气。接待游客300万人次，新增民宿20家。\n今年还要办好实事。';
    expect(await scoped(text)).toEqual([
      '一、重点工作|下面是安排。',
      '稳就业促增收|新增就业5万人，帮扶困难人员2000人。',
      '兴文旅聚人气|接待游客300万人次，新增民宿20家。',
      '一、重点工作|今年还要办好实事。',
    ]);
  });

  it('takes two halves behind a dash for one lead', async () => {
    const text =
      '一、回顾\n——坚持向实而行，产业筋骨更强。实现产值18亿元，新增企业9家。\n——坚持生态优先，绿色底色更鲜明。完成造林5万亩，优良天数290天。';
    expect(await scoped(text)).toEqual([
      '坚持向实而行，产业筋骨更强|实现产值18亿元，新增企业9家。',
      '坚持生态优先，绿色底色更鲜明|完成造林5万亩，优良天数290天。',
    ]);
  });

  it('takes two halves without a dash for leads where three in a row have them', async () => {
    const three = [
      '坚持向实而行，产业筋骨更强。实现产值18亿元，新增企业9家。',
      '坚持生态优先，绿色底色更鲜明。完成造林5万亩，优良天数290天。',
      '坚持民生为本，群众笑容更灿烂。新增学位900个，新建医院2家。',
    ];
    expect(await scoped(`一、回顾\n${three.join('\n')}`)).toEqual([
      '坚持向实而行，产业筋骨更强|实现产值18亿元，新增企业9家。',
      '坚持生态优先，绿色底色更鲜明|完成造林5万亩，优良天数290天。',
      '坚持民生为本，群众笑容更灿烂|新增学位900个，新建医院2家。',
    ]);
    const two = await scoped(`一、回顾\n${three.slice(0, 2).join('\n')}`);
    expect(two.every((line) => line.startsWith('一、回顾|'))).toBe(true);
  });

  it('mixes no leads of one half with such of two', async () => {
    const text =
      '一、回顾\n产业筋骨更强。实现产值18亿元，新增企业9家。\n坚持生态优先，绿色底色更鲜明。完成造林5万亩，优良天数290天。\n坚持民生为本，群众笑容更灿烂。新增学位900个，新建医院2家。';
    expect((await scoped(text)).every((line) => line.startsWith('一、回顾|'))).toBe(true);
  });

  it('leaves one alone in its paragraph', async () => {
    const text = '一、重点工作\n产业是发展的根基。要坚持项目为王，新签约项目9个。\n（一）抓项目\n开工项目7个。';
    expect((await scoped(text))[0]).toBe('一、重点工作|产业是发展的根基。');
  });

  it('takes no sentence with a figure, and none that leads nothing', async () => {
    const text =
      '一、重点工作\n新建公园5个。改造绿道12公里，种树3000株。\n建成公园3个。改造街道6条，修复湿地40亩。\n做好宣传。\n强化保障。';
    expect((await scoped(text)).every((line) => line.startsWith('一、重点工作|'))).toBe(true);
  });

  it('knows 一是 and 二是 that open a paragraph each', async () => {
    const text =
      '一、工作回顾\n主要做了：\n一是稳增长、扩内需。开工项目7个。\n带动投资3亿元。\n二是抓改革。办结事项90件。';
    const { sections } = await readPlanText(text);
    expect(sections.map(({ kind, marker, title }) => [kind, marker, title])).toEqual([
      ['heading', '一、', '工作回顾'],
      ['measure', '一是', '稳增长、扩内需'],
      ['measure', '二是', '抓改革'],
    ]);
  });

  it('gives each 方面 its sentence, and what follows to nobody', async () => {
    const text =
      '2025年工作要点\n2024年，任务完成。交通方面，修路30公里。水利方面，清淤河道9条。全年争取资金2亿元。\n一、任务\n新建公园5个。';
    expect((await scoped(text)).slice(0, 4)).toEqual([
      '|2024年，任务完成。',
      '交通方面|交通方面，修路30公里。',
      '水利方面|水利方面，清淤河道9条。',
      '|全年争取资金2亿元。',
    ]);
  });

  it('lets a 方面 of several sentences reach to the next', async () => {
    const text = '一、工作回顾\n交通方面，修路30公里。开通公交2条。水利方面，清淤河道9条。新建水闸4座。';
    expect((await scoped(text)).map((line) => line.split('|')[0])).toEqual([
      '交通方面',
      '交通方面',
      '水利方面',
      '水利方面',
    ]);
  });

  it('cuts no bold mark of Markdown into the text behind a lead', async () => {
    const text =
      '# 2025年工作计划\n\n## 第一部分 任务\n\n**（一）强化服务。** 新增学位900个。\n\n**一是抓创建。** 创建示范校3所。**二是抓培训。** 培训教师70人。\n';
    expect(await scoped(text, 'plan.md')).toEqual([
      '（一）强化服务|新增学位900个。',
      '一是抓创建|创建示范校3所。',
      '二是抓培训|培训教师70人。',
    ]);
  });
});
