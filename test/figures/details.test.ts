import { describe, expect, it } from 'vitest';
import { isOwnerNote, passageDetails, supportersOf } from '../../src/figures/details.ts';
import { figuresOf, readPlanText } from '../support/read-plan.ts';

describe('who helps with a task', () => {
  it.each([
    ['新建公园5个。（牵头单位：市园林局；配合单位：市财政局、各区）', '市财政局、各区'],
    ['新建公园5个。（责任单位：市园林局）', null],
  ])('reads the helpers of “%s”', async (text, helpers) => {
    const plan = await readPlanText(`2025年工作要点\n一、任务\n${text}`);
    expect(supportersOf(plan, plan.passages[0]!)?.text ?? null).toBe(helpers);
  });

  it('takes whoever carries it out for the owner', async () => {
    const plan = await readPlanText('2025年工作要点\n一、任务\n开展专项整治，由市卫生执法支队组织实施。');
    expect(passageDetails(plan, plan.passages[0]!).owner?.text).toBe('市卫生执法支队');
  });
});

describe('who answers, in running text', () => {
  it.each([
    ['全部落实总会计师制度。此项工作由改革处牵头，方案于4月底前报送。', '改革处'],
    ['市级托育中心建成投用，责任处室为人口家庭处。', '人口家庭处'],
    ['淘汰老旧装置，原材料工业处负总责。', '原材料工业处'],
  ])('is read from “%s”', async (text, owner) => {
    const plan = await readPlanText(`2025年工作要点\n一、任务\n${text}`);
    expect(passageDetails(plan, plan.passages[0]!).owner?.text).toBe(owner);
  });
});

it('takes no duty in words for an owner', async () => {
  const plan = await readPlanText('2025年工作要点\n一、任务\n我们的责任是让群众满意，新建公园5个。');
  expect(passageDetails(plan, plan.passages[0]!).owner).toBeNull();
});

describe('owner and deadline', () => {
  it.each([
    ['新建公园5个（责任单位：市园林局）。', '市园林局'],
    ['新建公园5个。（责任单位：市园林局）', '市园林局'],
    ['新建公园5个。（牵头单位：市园林局；配合单位：各区）', '市园林局'],
    ['新建公园5个。【责任部门：市园林局、市住建局】', '市园林局、市住建局'],
    ['新建公园5个，由园林部门负责。', null],
    ['新建公园5个。', null],
  ])('reads the owner of “%s”', async (text, owner) => {
    const [figure] = await figuresOf(text);
    expect(figure!.owner?.text ?? null).toBe(owner);
  });

  it.each([
    ['6月底前新建公园5个。', '6月底前'],
    ['2025年9月30日前新建公园5个。', '2025年9月30日前'],
    ['上半年新建公园5个。', '上半年'],
    ['第三季度末前新建公园5个。', '第三季度末前'],
    ['新建公园5个（完成时限：10月底）。', '10月底'],
    ['年底前新建公园5个。', '年底前'],
    ['国庆前新建公园5个。', '国庆前'],
    ['新建公园5个。', null],
  ])('reads the deadline of “%s”', async (text, deadline) => {
    const [figure] = await figuresOf(text);
    expect(figure!.deadline?.text ?? null).toBe(deadline);
  });

  it('does not lend one clause’s deadline to another', async () => {
    const figures = await figuresOf('6月底前新建公园5个，年底前改造广场3个，培训200人次。');
    expect(figures.map(({ deadline }) => deadline?.text ?? null)).toEqual(['6月底前', '年底前', null]);
  });

  it('cuts details from the text at their places', async () => {
    const text = '一、任务\n6月底前新建公园5个。（责任单位：市园林局）';
    const [figure] = await figuresOf(text);
    for (const detail of [figure!.owner!, figure!.deadline!])
      expect(text.slice(detail.start, detail.end)).toBe(detail.text);
  });

  it('reads the details of a task without a number', async () => {
    const plan = await readPlanText('一、任务\n6月底前完成立法调研。（责任单位：市司法局）');
    const { owner, deadline } = passageDetails(plan, plan.passages[0]!);
    expect([owner?.text, deadline?.text]).toEqual(['市司法局', '6月底前']);
  });

  it('lends the note at the end of a numbered item to all its sentences', async () => {
    const plan = await readPlanText(
      '一、任务\n1.抓绿化。新建公园5个。改造广场3个。（责任科室：园林科、后勤中心）\n2.抓交通。修路9公里。',
    );
    const owners = plan.passages.map((passage) => passageDetails(plan, passage).owner?.text ?? null);
    expect(owners).toEqual(['园林科、后勤中心', '园林科、后勤中心', '园林科、后勤中心', null]);
    expect(plan.passages.map(isOwnerNote)).toEqual([false, false, true, false]);
  });

  it('lets each sentence keep the note right behind it', async () => {
    const plan = await readPlanText(
      '一、任务\n新建公园5个。（责任处室：园林处）修路9公里（牵头领导：李明）。清淤河道2条。\n种树300株。',
    );
    const owners = plan.passages.map((passage) => passageDetails(plan, passage).owner?.text ?? null);
    expect(owners).toEqual(['园林处', '李明', null, null]);
  });

  it('takes whom to call for no owner', async () => {
    const [figure] = await figuresOf('新建公园5个。（联系人：园林科，电话：0731-1234567）');
    expect(figure!.owner).toBeNull();
  });

  it('reads the offices of a sentence backwards from what they do', async () => {
    const owner = async (text: string): Promise<string | null> => {
      const plan = await readPlanText(text);
      return passageDetails(plan, plan.passages.at(-1)!).owner?.text ?? null;
    };
    expect(await owner('一、任务\n修路，由市交通局、市财政局和市公安局共同负责。')).toBe(
      '市交通局、市财政局和市公安局',
    );
    expect(await owner('一、任务\n修路由市交通局牵头。')).toBe('市交通局');
    expect(await owner('一、任务\n修路，各部门各负其责。')).toBeNull();
  });

  it('is not slowed down by a long row of offices', async () => {
    const offices = Array.from({ length: 400 }, (_, index) => `市委${'宣组统政'[index % 4]!}部办`).join('、');
    const plan = await readPlanText(`一、任务\n${offices}按职责分工抓好落实。`);
    const start = performance.now();
    for (const passage of plan.passages) passageDetails(plan, passage);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('a note without a label', () => {
  const detailsIn = async (text: string): Promise<(string | null)[][]> => {
    const plan = await readPlanText(`2025年工作要点\n一、任务\n${text}`);
    return plan.passages.map((passage) => {
      const { owner, deadline } = passageDetails(plan, passage);
      return [owner?.text ?? null, deadline?.text ?? null];
    });
  };

  it('says of the sentence before it who leads and by when', async () => {
    const text = '改造校舍12栋。（市教育局牵头，8月底前完成）\n新建公园5个。';
    expect(await detailsIn(text)).toEqual([
      ['市教育局', '8月底前'],
      ['市教育局', '8月底前'],
      [null, null],
    ]);
    const plan = await readPlanText(`2025年工作要点\n一、任务\n${text}`);
    expect(plan.passages.map(isOwnerNote)).toEqual([false, true, false]);
  });

  it.each([
    ['新建公园5个，6月底前完成。', ['市教育局', '6月底前']],
    ['清淤河道2条，上半年完成。', ['市教育局', '上半年']],
    ['1月8日部署绿道建设。', ['市教育局', '8月底前']],
    ['新建公园5个，由市园林局负责。', ['市园林局', '8月底前']],
  ])('comes behind what a sentence says itself: %s', async (text, details) => {
    const found = await detailsIn(`${text}改造校舍12栋。（市教育局牵头，8月底前完成）`);
    expect(found.slice(0, 2)).toEqual([details, ['市教育局', '8月底前']]);
  });

  it('is of the sentence before it, not of the one that goes on behind it', async () => {
    const text = '改造校舍12栋。（市教育局负责，8月底前完成）修路9公里。';
    expect(await detailsIn(text)).toEqual([
      ['市教育局', '8月底前'],
      [null, null],
    ]);
  });

  it('comes behind what the clause of a figure says itself', async () => {
    const figures = await figuresOf('6月底前新建公园5个。改造校舍12栋。（市教育局牵头，8月底前完成）');
    expect(figures.map(({ deadline }) => deadline?.text)).toEqual(['6月底前', '8月底前']);
  });

  it.each([
    ['改造校舍12栋（市教育局牵头）。', '市教育局'],
    ['改造校舍12栋【市教育局、市残联负责】。', '市教育局、市残联'],
    ['改造校舍12栋，由市妇联承办。', '市妇联'],
    ['改造校舍12栋，由城东居委会承办。', '城东居委会'],
    ['改造校舍12栋，由老乡们承办。', null],
  ])('has its brackets left out of the owner: %s', async (text, owner) => {
    expect(await detailsIn(text)).toEqual([[owner, null]]);
  });

  it.each(['８月底前改造校舍12栋。', '改造校舍12栋。（市教育局牵头，８月底前完成）'])(
    'names a month in full-width digits too, quoted as printed: %s',
    async (text) => {
      expect((await detailsIn(text))[0]?.[1] ?? (await figuresOf(text))[0]?.deadline?.text).toBe('８月底前');
    },
  );
});
