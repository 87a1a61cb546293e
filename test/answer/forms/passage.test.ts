import { describe, expect, it } from 'vitest';
import { engineOf, loadText, loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findPassage', () => {
  it.each([
    ['怎么建设商圈', '智慧商圈2个'],
    ['电商怎么发展', '直播基地'],
    ['三项行动是哪三项', '即排查、整改、回访'],
    ['智慧商圈政府管不管，怎么管', '智慧商圈2个'],
  ])('%s', (question, words) => {
    const found = ask(question);
    expect(found.kind).toBe('passage');
    expect(outcome(found).join('')).toContain(words);
  });

  it.each(['航天怎么发展', '四大工程是哪四个'])('refuses what the plan does not tell: %s', (question) => {
    expect(ask(question).kind).toBe('refusal');
  });

  it('finds what a phrase stands for behind a word of its own, or in a glossary', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、总体要求\n锚定“两城一港”发展定位，即建设制造之城、宜居之城和开放之港。落实“三新一高”要求。\n附件\n名词解释\n1.“三新一高”：指新阶段、新理念、新格局和高质量发展。',
    );
    expect(outcome(find(plan, '“两城一港”说的是哪几个'))[0]).toContain('制造之城');
    expect(outcome(find(plan, '“三新一高”是哪几个'))[0]).toContain('新阶段');
  });

  it('takes a paraphrase of how where words and meaning agree on one sentence', async () => {
    const plan = await loadText(
      '2025年工作要点\n一、任务\n新建公园30个，改造管网5公里。对连续两个季度排名末位的县区，由市政府主要领导约谈。培训干部300人次。',
    );
    const meanings = async (question: string) => await engineOf(plan).ask(question);
    expect((await meanings('老是排在末位的县区会怎么处理')).passages[0]?.passage.text).toContain('约谈');
    expect((await meanings('孩子发烧了怎么处理')).status).toBe('not_found');
  });

  it('finds the part of a review that tells the problems', async () => {
    const plan = await loadWords(
      '2025年政府工作报告\n一、2024年回顾\n新建公园3个。我们也清醒看到，发展还面临不少困难和问题，产业层次不高，民生短板较多。\n二、任务\n新建学校2所。',
    );
    expect(outcome(find(plan, '存在哪些问题和不足'))[0]).toContain('清醒看到');
  });

  it('tells all of as many items as a part has', async () => {
    const items = ['修路', '架桥', '建校', '植树', '助餐', '护河', '通车', '义诊'].map(
      (what, at) => `${at + 1}.${what}${at + 2}处。`,
    );
    const plan = await loadWords(`2025年工作报告\n一、任务\n新建公园3个。\n二、八件民生实事\n${items.join('\n')}`);
    expect(outcome(find(plan, '民生实事是什么'))).toHaveLength(8);
  });

  it('refuses a quoted name that the plan does not have', () => {
    expect(outcome(ask('“智慧商圈联盟”是什么'))).toEqual(['refused: unknown']);
  });

  it('tells what a part named by its number holds', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、回顾\n新建公园3个。\n二、任务\n（一）抓安居。新建住房3套。\n（二）抓通路。新建公路5公里。修桥2座。',
    );
    expect(find(plan, '第二部分讲了什么')).toMatchObject({ kind: 'passage', passages: [], sections: { length: 2 } });
    expect(outcome(find(plan, '第二部分第二项是什么内容')).join('')).toMatch(/公路5公里.*修桥2座/);
  });

  it('quotes the sentence that states the requirement, not all of its part', async () => {
    const plan = await loadWords(
      '2025年工作报告\n一、总体要求和目标\n今年任务艰巨。工作的总体要求是：坚持稳中求进，抓好落实。新建公园3个。\n二、任务\n修路5公里。',
    );
    expect(outcome(find(plan, '今年工作的总体要求是什么'))).toEqual([expect.stringContaining('稳中求进')]);
  });

  it('gives the parts of a phrase that is counted by 个', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n做到“三个统筹”：统筹发展与安全；统筹城市与乡村；统筹当前与长远。整治集镇3个。',
    );
    expect(outcome(find(plan, '“三个统筹”是哪三个'))).toEqual([expect.stringContaining('统筹城市与乡村')]);
  });

  it('lists as many headings as an enumeration counts, and refuses one that is only mentioned', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n重点抓好“三大工程”，落实“五个统一”要求。\n（一）实施安居工程。新建住房3套。\n（二）实施通路工程。新建公路5公里。\n（三）实施绿化工程。造林2万亩。',
    );
    expect(find(plan, '三大工程是哪三个')).toMatchObject({ kind: 'passage', sections: { length: 3 } });
    expect(outcome(find(plan, '五个统一是哪五个'))).toEqual(['refused: not-enumerated']);
  });

  it('lists the headings below the one that has the phrase, where there are as many', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n新建公园3个。\n附件1\n2026年三件民生实事\n1.修路。修路3公里。\n2.助餐。新建助餐点7处。\n3.扩学位。新增学位500个。\n附件2\n四张责任清单\n1.就业。组织招聘7场。\n2.入园。入园率达到92%。',
    );
    const found = find(plan, '三件民生实事是哪三件');
    expect(found).toMatchObject({
      kind: 'passage',
      sections: [{ title: '修路' }, { title: '助餐' }, { title: '扩学位' }],
    });
    expect(find(plan, '四张责任清单是哪四张')).not.toMatchObject({ sections: { length: 2 } });
  });

  it('finds the part on problems, not the one that heads results as well', async () => {
    const plan = await loadWords(
      '2026年讲话\n一、肯定成绩、正视差距，坚定信心\n去年新建学校3所。\n（二）清醒看到短板弱项\n资源布局不均衡。\n二、任务\n新建学校5所。',
    );
    expect(outcome(find(plan, '讲话里点了哪些短板'))).toEqual(['资源布局不均衡。']);
    expect(outcome(find(plan, '自己总结的差距和不足有哪些'))).toEqual(['资源布局不均衡。']);
  });

  it.each([
    ['二、问题不容回避', ['资源布局不均衡。']],
    ['二、差距仍要正视', ['资源布局不均衡。']],
    ['二、问题整改从严', ['refused: unknown']],
  ])('takes a heading that admits problems for the part on them: %s', async (heading, expected) => {
    const plan = await loadWords(
      `2026年讲话\n一、成绩\n去年新建学校3所。\n${heading}\n资源布局不均衡。\n三、任务\n新建学校5所。`,
    );
    expect(outcome(find(plan, '讲话里点了哪些问题'))).toEqual(expected);
  });

  it('gives the measures that a counted phrase announces', async () => {
    const plan = await loadWords(
      '2026年讲话\n一、任务\n要处理好三对关系：一是当前与长远的关系，先看走势；二是规模与质量的关系，课堂更要提；三是政府与社会的关系，担好责任。\n（一）任务\n新建学校5所。',
    );
    expect(outcome(find(plan, '要处理好的三对关系是哪三对')).join('')).toMatch(/先看走势.*课堂更要提.*担好责任/);
  });
});
