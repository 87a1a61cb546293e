import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../../src/answer/compose/compose-answer.ts';
import { readInContext } from '../../../src/answer/follow-up.ts';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findDetail', () => {
  it('finds who answers for a task, and by when', () => {
    expect(ask('谁负责引进外资项目')).toMatchObject({ kind: 'detail', wanted: 'owner' });
    expect(ask('外资项目什么时候完成')).toMatchObject({ kind: 'detail', wanted: 'deadline' });
    expect(outcome(ask('引进外资项目由谁负责，什么时候完成'))[0]).toContain('责任单位：市商务局');
  });

  it('refuses where the text does not say, with the passage', () => {
    const refused = ask('谁负责改造步行街');
    expect(outcome(refused)).toEqual(['refused: no-detail']);
    expect(refused).toMatchObject({ passages: [{ text: expect.stringContaining('步行街') as string }] });
  });

  it('gives the sentence that says by whom in other words, where it says so', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n做强产业链，由县领导担任链长，新引进项目6个。改造管网5公里。',
    );
    expect(outcome(find(plan, '产业链链长谁来当'))).toEqual([expect.stringContaining('由县领导担任链长')]);
    expect(find(plan, '改造管网谁来当').kind).toBe('refusal');
    expect(find(plan, '产业链链长什么时候当').kind).toBe('refusal');
  });

  it('asks for the office that a word of charge stands for, whatever else is asked', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n改造农贸市场9家，由区市场监管局牵头，10月底前完成。');
    expect(find(plan, '改造农贸市场的牵头是')).toMatchObject({ kind: 'detail', wanted: 'owner' });
    expect(find(plan, '9家农贸市场由区市场监管局牵头，啥时候完成')).toMatchObject({ kind: 'detail', wanted: 'both' });
  });

  it('finds the tasks of an office', () => {
    expect(outcome(ask('市商务局负责哪些任务'))[0]).toContain('引进外资项目');
  });

  it('finds who helps, and an item whose heading is the task', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n1.做强跨境电商。新建海外仓5个。（牵头单位：商务局；配合单位：海关、邮政局）\n二、清单\n（1）修订首店办法并报市政府审定，完成时限：4月底前，责任科室：流通科。\n（2）召开推进会，完成时限：6月底前，责任科室：办公室。',
    );
    expect(outcome(find(plan, '做强跨境电商这项工作是哪些单位配合'))).toEqual([expect.stringContaining('海外仓')]);
    expect(find(plan, '做强跨境电商这项工作是哪些单位配合')).toMatchObject({ kind: 'detail', wanted: 'support' });
    expect(outcome(find(plan, '首店办法什么时候修订完'))).toEqual([expect.stringContaining('4月底前')]);
  });

  it('takes the note that closes a paragraph for each of its sentences', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n（一）抓好就餐安全。推行食材集中采购，自营率达到90%。开展检查4轮。（责任科室：安全科、后勤中心）\n（二）抓好门卫。配备保安30名。（责任科室：保卫科）',
    );
    expect(find(plan, '食材集中采购归哪个科室管')).toMatchObject({
      kind: 'detail',
      passages: [{ text: expect.stringContaining('食材集中采购') as string }],
    });
    expect(find(plan, '配备保安由谁负责')).toMatchObject({ kind: 'detail', passages: { length: 1 } });
  });

  it('tells of a task by its own sentence, and adds the note that names who is in charge', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n1.整修山塘。整修山塘12口，加固堤防3公里。\n（责任单位：水利站；配合单位：财政所；完成时限：汛前）',
    );
    const found = find(plan, '整修山塘谁负责、谁配合');
    expect(outcome(found)[0]).toContain('12口');
    const { text } = composeAnswer(plan, readInContext('整修山塘谁负责、谁配合', [], plan), found);
    expect(text).toMatch(/^责任单位：水利站\n/);
    expect(text).toContain('配合单位：财政所');
  });

  it('names the office of a part where all of its notes name the same', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n（一）绿色低碳制造\n加快绿色低碳制造转型，推广绿色低碳制造工艺。一是培育主体。创建示范工厂5家（责任单位：节能科）。二是强化服务。组织专家诊断30次（责任单位：节能科）。\n（二）智慧农业种植\n加快智慧农业种植转型，推广智慧农业种植工艺。一是搭平台。建设平台6个（责任单位：技术科）。二是改产线。改造产线9条（责任单位：装备科）。',
    );
    const who = find(plan, '绿色低碳制造这项工作由谁负责');
    expect(who).toMatchObject({ kind: 'detail', wanted: 'owner' });
    expect(outcome(who)).toEqual([expect.stringContaining('节能科')]);
    expect(outcome(find(plan, '智慧农业种植这项工作由谁负责'))).toEqual(['refused: no-detail']);
    expect(outcome(find(plan, '绿色低碳制造什么时候完成'))).toEqual(['refused: no-detail']);
  });

  it('takes an item at its number, below the heading that is named', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n新建公园3个（责任单位：园林局）。\n二、三件民生实事\n1.修路。修路3公里（责任单位：交通局；完成时限：6月底前）。\n2.扩学位。新增学位500个。\n3.助餐。老人用餐不再难。新建助餐点7处，由民政局牵头，9月底前完成。',
    );
    const third = [expect.stringContaining('由民政局牵头')];
    expect(find(plan, '民生实事第3件谁牵头')).toMatchObject({ kind: 'detail', wanted: 'owner' });
    expect(outcome(find(plan, '民生实事第3件谁牵头'))).toEqual(third);
    expect(outcome(find(plan, '民生实事里第3件什么时候完成'))).toEqual(third);
    expect(outcome(find(plan, '民生实事第1件谁负责、什么时候完成'))).toEqual([expect.stringContaining('交通局')]);
    expect(find(plan, '民生实事第2件谁牵头').kind).toBe('refusal');
    expect(find(plan, '民生实事第4件谁牵头').kind).toBe('refusal');
  });

  it('refuses the tasks of an office that has none', () => {
    expect(outcome(ask('市审计局负责哪些任务'))).toEqual(['refused: unknown']);
  });

  it('reads the office that a sentence names in its own words', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n改造农贸市场9家，由区市场监管局牵头、各街道配合，10月底前完成。整治内涝点13处，区住建局负责，4月底完工。一季度开工率达到四成。',
    );
    expect(find(plan, '改造农贸市场谁牵头')).toMatchObject({ kind: 'detail', wanted: 'owner' });
    expect(outcome(find(plan, '区住建局负责哪些任务'))).toEqual([expect.stringContaining('整治内涝点')]);
    expect(outcome(find(plan, '6月底前要完成的有哪些'))).toEqual([expect.stringContaining('整治内涝点')]);
  });

  it('asks of what was spoken of before where it names nothing itself', () => {
    expect(find(sample, '引进外资项目多少个', '谁牵头，几月底前要弄完')).toMatchObject({
      kind: 'detail',
      wanted: 'both',
      passages: [{ text: expect.stringContaining('引进外资项目') as string }],
    });
  });

  it('reads the cells of a table', async () => {
    const plan = await loadWords(
      '# 2025年工作要点\n\n| 任务 | 目标值 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 新建公园 | 3个 | 市园林局 | 6月底 |\n| 改造村庄 | 5个 | 市农业局 | 年底 |\n',
      'plan.md',
    );
    expect(outcome(find(plan, '新建公园由谁负责'))).toEqual([expect.stringContaining('市园林局')]);
    expect(outcome(find(plan, '市农业局牵头哪几项'))).toEqual([expect.stringContaining('改造村庄')]);
  });
});
