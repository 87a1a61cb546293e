import { describe, expect, it } from 'vitest';
import { find, outcome } from './forms/find.ts';
import { engineOf, loadText, loadWords } from './support.ts';

describe('findAnswer', () => {
  it('adds nothing up where all data of a thing, or a figure each of several, are asked for', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n（一）绿道建设\n新建绿道12公里，改造绿道30公里，绿道投资5亿元。\n（二）教育\n新建小学3所，新建中学5所，新增学位600个。',
    );
    expect(outcome(find(plan, '绿道一共多少公里'))).toEqual(['新建绿道 12公里', '改造绿道 30公里']);
    expect(outcome(find(plan, '绿道建设一共有哪些数据'))).toEqual([
      '新建绿道 12公里',
      '改造绿道 30公里',
      '绿道投资 5亿元',
    ]);
    expect(outcome(find(plan, '一共新建几所小学、多少个学位'))).toEqual(['新建小学 3所', '新增学位 600个']);
    expect(outcome(find(plan, '小学和中学一共几所'))).toEqual(['新建小学 3所', '新建中学 5所']);
  });

  it('gives the sentence that says which data are meant, where no list of figures is', async () => {
    const engine = engineOf(
      await loadText(
        '2026年工作要点\n一、任务\n监测网络整合气象、水文、土壤数据，实现共享。新建站点30个，培训教师200人次。\n二、保障\n争取资金2亿元，组织演练4场。',
      ),
    );
    expect(await engine.ask('监测网络是把哪些数据整合起来的')).toMatchObject({
      kind: 'passage',
      figures: [],
      passages: [{ passage: { text: expect.stringContaining('水文') as string } }],
    });
    expect((await engine.ask('航天网络是把哪些数据整合起来的')).status).toBe('not_found');
    expect((await engine.ask('站点有哪些数据')).kind).toBe('list');
  });

  it('looks for nothing where nothing is asked', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n建好收到即办平台3个，落实整改事项20项。');
    expect(outcome(find(plan, '收到'))).toEqual(['refused: acknowledged']);
    expect(outcome(find(plan, '马上落实'))).toEqual(['refused: acknowledged']);
    expect(outcome(find(plan, '落实整改事项几项'))).toEqual(['整改事项 20项']);
  });

  it('takes a time that is a figure for a time limit, where no task is due', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n补贴审核时限压缩至15天，补贴审核通过率达到90%。新建站点30个。改造公园3个，6月底前完成。',
    );
    expect(outcome(find(plan, '补贴审核时限'))).toEqual(['补贴审核时限 15天']);
    expect(find(plan, '改造公园时限')).toMatchObject({ kind: 'detail', wanted: 'deadline' });
    expect(outcome(find(plan, '新建站点时限'))).toEqual(['refused: no-detail']);
    expect(outcome(find(plan, '补贴审核什么时候完成'))).toEqual(['refused: no-detail']);
  });
});

describe('a part of the year', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、任务\n上半年外贸进出口额9亿元，全年外贸进出口额20亿元。完成工业投资90亿元。',
  );

  it.each([
    ['外贸进出口额多少', ['外贸进出口额 20亿元']],
    ['上半年外贸进出口额多少', ['外贸进出口额 9亿元']],
    ['今年工业投资多少', ['工业投资 90亿元']],
  ])('is told from the whole: %s', (question, expected) => {
    expect(outcome(find(plan, question))).toEqual(expected);
  });

  it.each(['上半年工业投资多少', '一季度外贸进出口额多少'])('is not answered by the year: %s', (question) => {
    expect(find(plan, question).kind).toBe('refusal');
  });
});
