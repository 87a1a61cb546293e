import { describe, expect, it } from 'vitest';
import {
  composeAcross,
  composeAnswer,
  namingPlan,
  plainRefusal,
  type ComposedAnswer,
} from '../../../src/answer/compose/compose-answer.ts';
import type { Finding, RefusalReason } from '../../../src/answer/finding.ts';
import { readInContext } from '../../../src/answer/follow-up.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { verifyLines } from '../../../src/answer/verify.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { find } from '../forms/find.ts';
import { loadWords, sampleText } from '../support.ts';

const loaded = await loadWords(sampleText);
const { plan, figures } = loaded;
const of = (text: string): Figure => figures.find(({ quantity }) => quantity.text === text)!;
const compose = (finding: Finding, question = '便民菜市场几个'): ComposedAnswer =>
  composeAnswer(loaded, readQuestion(question, plan), finding);
const roles = ({ lines }: ComposedAnswer): string[] => lines.map(({ role }) => role);
const shown = ({ text }: ComposedAnswer): string[] => text.split('\n');
const shownFor = (question: string): string[] => shown(compose(find(loaded, question), question));

const findings: Readonly<Record<string, Finding>> = {
  figure: { kind: 'figure', figures: [of('15个')], related: [of('12个')] },
  ambiguous: { kind: 'ambiguous', figures: [of('2个'), of('20个')], topic: '建设' },
  list: { kind: 'list', scope: plan.sections[4]!, figures: [of('3条'), of('2个')], total: 2, sum: false },
  'list of a topic': { kind: 'list', scope: null, figures: [of('12个'), of('15个')], total: 2, sum: true },
  filter: { kind: 'filter', figures: [of('85%'), of('90%'), of('100%')] },
  compare: { kind: 'compare', figures: [of('12个'), of('15个')], by: 'period' },
  share: { kind: 'compare', figures: [of('2个'), of('20个')], by: 'share' },
  ranking: { kind: 'ranking', figures: [of('2个'), of('20个')], order: 'highest' },
  reverse: { kind: 'reverse', figures: [of('3条')] },
  'reverse of many': { kind: 'reverse', figures: figures.slice(0, 4) },
  passage: { kind: 'passage', passages: [of('3条').passage], sections: [], figures: [] },
  sections: { kind: 'passage', passages: [], sections: plan.sections.slice(4, 6), figures: [] },
  detail: { kind: 'detail', passages: [plan.passages.find(({ text }) => text.includes('责任单位'))!], wanted: 'both' },
  refusal: { kind: 'refusal', reason: 'unknown', related: [of('3条')], passages: [] },
  task: { kind: 'refusal', reason: 'no-number', related: [], passages: [of('5000人次').passage] },
};

describe('the time of a figure of several years', () => {
  it('is where it began, a yearly mean or a sum', async () => {
    const years = await loadWords(
      '2026年政府工作报告\n一、“十四五”成就\n产值由40亿元增加到60亿元，年均增长8%，累计新增企业26家。',
    );
    const lines = years.figures.map(
      (figure) =>
        composeAnswer(years, readQuestion('产值', years.plan), { kind: 'figure', figures: [figure], related: [] }).text,
    );
    for (const [at, label] of ['起初', '2025年完成', '多年平均', '多年累计'].entries())
      expect(lines[at]).toContain(label);
  });
});

describe('composeAnswer', () => {
  it.each(Object.entries(findings))('holds to the figure contract: %s', (_, finding) => {
    const answer = compose(finding);
    expect(verifyLines(answer.lines)).toEqual([]);
    expect(answer.text).not.toBe('');
    expect(answer.status).toBe(finding.kind === 'refusal' ? 'not_found' : 'answered');
  });

  it('states the figure, then what it is, its section, its sentence, and what else there is', () => {
    const answer = compose(findings.figure!);
    expect(roles(answer)).toEqual(['headline', 'detail', 'source', 'quote', 'note']);
    expect(shown(answer)).toEqual([
      '15个',
      '新建便民菜市场 · 2025年目标',
      '出处：三、重点任务 › （一）促进消费提质 › 一是建设商圈',
      '原文：改造步行街3条，建设智慧商圈2个、智慧商店20个，新建便民菜市场15个。',
      '另见：新建便民菜市场 12个（2024年完成，一、2024年工作回顾）',
    ]);
    expect(answer.figures.map(({ figure }) => figure)).toEqual([of('15个')]);
    expect(answer.related.map(({ figure }) => figure)).toEqual([of('12个')]);
  });

  it.each([
    ['90%', '90%以上'],
    ['85%', '85%'],
    ['8%', '增长8%左右'],
    ['20小时', '压缩至20小时以内'],
    ['30件', '不超过30件'],
  ])('keeps the qualifier of %s as far as it changes what is promised', (text, head) => {
    expect(shown(compose({ kind: 'figure', figures: [of(text)], related: [] }))[0]).toBe(head);
  });

  it('quotes of a long sentence the part between semicolons', async () => {
    const clauses = Array.from(
      { length: 12 },
      (_, at) => `完善第${'甲乙丙丁戊己庚辛壬癸子丑'[at]!}类设施建设管理维护长效机制`,
    );
    const long = await loadWords(`2025年工作要点\n一、任务\n${clauses.join('；')}；新建公园3个。`);
    const answer = composeAnswer(long, readQuestion('公园几个', long.plan), {
      kind: 'figure',
      figures: long.figures,
      related: [],
    });
    expect(shown(answer).at(-1)).toBe('原文：新建公园3个。');
    expect(verifyLines(answer.lines)).toEqual([]);
  });

  it('asks which of several is meant, each with its section', () => {
    const answer = compose(findings.ambiguous!);
    expect(roles(answer)).toEqual(['headline', 'item', 'item']);
    expect(shown(answer)[0]).toBe('有2项数量符合，您问哪一个？');
    expect(shown(answer)[1]).toBe('  2个 建设智慧商圈（三、重点任务 › （一）促进消费提质 › 一是建设商圈）');
  });

  it('adds a sum below its list, and counts what it lists', () => {
    const answer = compose(findings['list of a topic']!);
    expect(roles(answer)).toEqual(['headline', 'group', 'item', 'group', 'item', 'note']);
    expect(shown(answer)[0]).toBe('相关指标 · 2项');
    expect(shown(answer).at(-1)).toBe('以上合计27个（推算）');
    // Periods differ, so each item tells its own.
    expect(shown(answer)[2]).toBe('  12个 新建便民菜市场（2024年完成）');
  });

  it('keeps targets and results of a filter under headings of their own', () => {
    const answer = compose(findings.filter!);
    expect(shown(answer).map((text) => text.replace(/（.*/, ''))).toEqual([
      '共3项',
      '2025年目标',
      '  90%以上 社区商业网点覆盖率',
      '  100% 消除隐患率',
      '2024年完成',
      '  85% 社区商业网点覆盖率',
    ]);
  });

  it('derives below a comparison and above a ranking', () => {
    const [compare, ranking] = [compose(findings.compare!), compose(findings.ranking!)];
    expect(shown(compare).at(-1)).toBe('2025年目标比2024年完成数多3个（推算）');
    expect(shown(ranking)[0]).toBe('智慧商店最高（推算）');
    expect([compare.derived, ranking.derived].map(([derived]) => derived?.from.length)).toEqual([2, 2]);
  });

  it('derives the share below a part and its whole, where that is asked for', () => {
    expect(shown(compose(findings.share!)).at(-1)).toBe('建设智慧商圈占智慧商店的10%（推算）');
    expect(shown(compose({ ...findings.share!, by: 'indicator' } as Finding)).at(-1)).toBe(
      '建设智慧商圈比智慧商店少18个（推算）',
    );
  });

  it('compares without a derived line where nothing follows', () => {
    const answer = compose({ kind: 'compare', figures: [of('120亿元'), of('8%')], by: 'period' });
    expect(answer.derived).toEqual([]);
    expect(roles(answer)).toEqual(['headline', 'headline']);
  });

  it('tells the time of a list once, where it is the same for all', () => {
    expect(shownFor('电商方面有哪些数字')[0]).toBe('二是发展电商 · 2025年目标 · 2项');
  });

  it('tells the time of nearly all once, and of the others by themselves', () => {
    const targets = figures.filter(({ period }) => period === 'target').slice(0, 9);
    const answer = compose({ kind: 'list', scope: null, figures: [of('12个'), ...targets], total: 10, sum: false });
    expect(shown(answer)[0]).toBe('相关指标 · 2025年目标（另有注明的除外） · 10项');
    expect(shown(answer).filter((text) => text.endsWith('（2024年完成）'))).toHaveLength(1);
    expect(shown(answer).filter((text) => text.endsWith('（2025年目标）'))).toHaveLength(0);
  });

  it('names owner and deadline of a row by their columns', async () => {
    const rows = await loadWords(
      '# 2025年要点\n\n| 项目 | 投资（万元） | 责任领导 | 完工时间 |\n| --- | --- | --- | --- |\n| 环湖绿道 | 800 | 张兰 | 8月底 |\n',
      'plan.md',
    );
    const finding: Finding = { kind: 'figure', figures: rows.figures.slice(0, 1), related: [] };
    const { text, lines } = composeAnswer(rows, readQuestion('绿道投资', rows.plan), finding);
    expect(text).toContain('责任领导：张兰 · 完工时间：8月底');
    expect(verifyLines(lines)).toEqual([]);
  });

  it('puts more than five figures of a filter below their sections', () => {
    const targets = figures.filter(({ period }) => period === 'target');
    const answer = compose({ kind: 'filter', figures: targets });
    const head = shown(answer).indexOf('三、重点任务 › （一）促进消费提质 › 一是建设商圈');
    expect(shown(answer).slice(head + 1, head + 3)).toEqual(['  3条 改造步行街', '  2个 建设智慧商圈']);
    expect(verifyLines(answer.lines)).toEqual([]);
  });

  it.each([
    ['哪些超过777公里', '文件中没有符合条件的数字。'],
    ['777件指什么', '文件中没有您问的这个数字。'],
    ['今年最低养老标准涨到多少', '文件中没有找到“最低养老标准”的数字。'],
    ['市航天局负责哪些任务', '文件中没有找到“市航天局”的任务。'],
    ['航天怎么发展', '文件中没有找到“航天”的相关内容。'],
    ['一共多少', '文件中没有找到这项内容。'],
    ['航天学校建几座', '文件中没有找到“航天学校”的数字。'],
    ['航天学校建设几所', '文件中没有找到“航天学校”的数字。'],
    ['火箭修了多少', '文件中没有找到“火箭”的数字。'],
    ['火箭下降多少', '文件中没有找到“火箭”的数字。'],
    ['火箭花多少钱', '文件中没有找到“火箭”的数字。'],
    ['火箭发射几次', '文件中没有找到“火箭发射”的数字。'],
    ['航天局局长是谁', '文件中没有找到“航天局局长”的相关内容。'],
    ['航天基地在哪里', '文件中没有找到“航天基地”的相关内容。'],
    ['火箭基地地址', '文件中没有找到“火箭基地地址”的相关内容。'],
  ])('says what of %s is not there', (question, expected) => {
    expect(shownFor(question)[0]).toBe(expected);
  });

  it('claims no figure for a passage', () => {
    const answer = compose(findings.passage!);
    expect(answer).toMatchObject({ kind: 'passage', figures: [], derived: [] });
    expect(answer.passages).toHaveLength(1);
  });

  it('lists headings with slices of the text as passages', () => {
    const answer = compose(findings.sections!);
    expect(shown(answer).slice(0, 3)).toEqual(['（一）促进消费提质', '  一是建设商圈', '  二是发展电商']);
    for (const { passage } of answer.passages)
      expect(plan.document.text.slice(passage.start, passage.end)).toBe(passage.text);
  });

  it('names the source of the measures of one part once', () => {
    const passages = plan.passages.filter(({ section }) => section?.kind === 'measure');
    const answer = compose({ kind: 'passage', passages: passages.slice(0, 2), sections: [], figures: [] });
    expect(roles(answer).filter((role) => role === 'source')).toHaveLength(1);
    expect(shown(answer).at(-1)).toBe('出处：三、重点任务 › （一）促进消费提质');
  });

  it('says who and by when before the sentence', () => {
    expect(shown(compose(findings.detail!)).slice(0, 2)).toEqual(['责任单位：市商务局', '完成时限：6月底前']);
  });

  it.each<[RefusalReason, string, RegExp]>([
    ['other-period', '今年步行街几条', /2025年目标.*“改造步行街”/],
    ['other-period', '去年步行街几条', /2024年完成情况.*“改造步行街”/],
    ['other-period', '今年步行街已改造几条', /没有写“改造步行街”目前完成了多少，只写了目标/],
    ['other-period', '步行街现在改造了几条', /没有写“改造步行街”目前完成了多少，只写了目标/],
    ['other-year', '2030年步行街几条', /2024年.*2025年/],
    ['no-number', '步行街几条', /没有给出.*数字/],
    ['no-detail', '谁负责步行街', /没有写明.*责任单位/],
    ['no-detail', '步行街什么时候完成', /没有写明.*完成时限/],
    ['not-enumerated', '三项行动', /没有列出/],
    ['not-broken-down', '步行街各县区分别几条', /没有逐个列出，只给了总的数字/],
    ['other-unit', '步行街多少公里', /单位/],
    ['no-comparison', '步行街和商圈哪个多', /无法比较/],
    ['unknown', '航天', /没有找到/],
  ])('names what is missing: %s', (reason, question, expected) => {
    const answer = compose({ kind: 'refusal', reason, related: [of('3条')], passages: [] }, question);
    expect(answer).toMatchObject({ status: 'not_found', kind: 'refusal', figures: [], derived: [] });
    expect(shown(answer)[0]).toMatch(expected);
    expect(shown(answer)[1]).toMatch(/^相关：改造步行街 3条（2025年目标/);
    expect(verifyLines(answer.lines)).toEqual([]);
    expect(answer.text).not.toContain('2030');
  });

  it('answers thanks and the like in a line, without a figure or an example', () => {
    const answer = compose({ kind: 'refusal', reason: 'acknowledged', related: [], passages: [] }, '收到');
    expect(answer).toMatchObject({ status: 'not_found', kind: 'acknowledgement', figures: [] });
    expect(shown(answer)).toEqual(['有需要随时问我工作计划里的内容。']);
  });

  it('says in a line what it can do where it was asked for something else', () => {
    const answer = compose({ kind: 'refusal', reason: 'not-a-question', related: [], passages: [] }, '写诗800首');
    expect(answer.kind).toBe('chat');
    expect(answer.text).not.toContain('800');
    expect(roles(answer)).toEqual(['headline', 'note', 'item', 'item']);
  });
});

describe('a refusal', async () => {
  const works = await loadWords('2026年工作要点\n一、任务\n完成工业投资90亿元。新建学校3所。');
  const first = (question: string): string | undefined =>
    shown(composeAnswer(works, readInContext(question, [], works), find(works, question)))[0];

  it.each([
    ['上半年工业投资多少', '文件没有单独写上半年的数字。'],
    ['一季度工业投资多少', '文件没有单独写一季度的数字。'],
    ['1—6月工业投资多少', '文件中没有找到这项内容。'],
    ['上半年航天发射多少次', '文件中没有找到“航天发射”的数字。'],
    ['上半年要完成哪些任务', '文件没有单独写上半年的安排。'],
    ['减了多少座核电站', '文件中没有找到“核电站”的数字。'],
  ])('names what is missing: %s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });
});

describe('namingPlan', () => {
  it('adds the plan’s title', () => {
    const answer = namingPlan(compose(findings.figure!), plan);
    expect(shown(answer).at(-1)).toBe('文件：2025年商务工作要点');
    expect(verifyLines(answer.lines)).toEqual([]);
  });
});

describe('composeAcross', () => {
  it('derives from the first and the last of several years', async () => {
    const years = await Promise.all(
      [2023, 2024, 2025].map((year, at) => loadWords(`${year}年文旅工作要点\n一、任务\n新建公园${3 + 2 * at}个。`)),
    );
    const answer = composeAcross(years.map((year) => ({ plan: year.plan, figure: year.figures[0]! })));
    expect(shown(answer)).toEqual([
      '新建公园 3个（2023年目标，2023年文旅工作要点，一、任务）',
      '新建公园 5个（2024年目标，2024年文旅工作要点，一、任务）',
      '新建公园 7个（2025年目标，2025年文旅工作要点，一、任务）',
      '2025年目标比2023年目标多4个（推算）',
    ]);
    expect(verifyLines(answer.lines)).toEqual([]);
  });
});

describe('plainRefusal', () => {
  it('is one line without anything found', () => {
    expect(plainRefusal('没有。')).toMatchObject({ status: 'not_found', text: '没有。', figures: [], passages: [] });
  });
});

describe('a ranking', async () => {
  const values = [3, 9, 5, 7, 4];
  const works = await loadWords(
    `2026年工作要点\n一、任务\n${values.map((value, at) => `${'甲乙丙丁戊'[at]!}类产值增长${String(value)}%`).join('，')}。`,
  );
  const rank = (count: number, order: 'highest' | 'lowest') => {
    const finding: Finding = { kind: 'ranking', figures: works.figures.slice(0, count), order };
    const { figures: told, related, lines } = composeAnswer(works, readQuestion('哪类增长最快', works.plan), finding);
    expect(verifyLines(lines)).toEqual([]);
    return [told, related].map((all) => all.map(({ figure }) => figure.quantity.text));
  };

  it('states of many the one that leads, of a few each', () => {
    expect(rank(5, 'highest')).toEqual([['9%'], ['3%', '5%', '7%', '4%']]);
    expect(rank(5, 'lowest')).toEqual([['3%'], ['9%', '5%', '7%', '4%']]);
    expect(rank(4, 'highest')).toEqual([['3%', '9%', '5%', '7%'], []]);
  });
});

describe('a figure with what is asked beside it', async () => {
  const works = await loadWords(
    '# 2026年要点\n\n改造校舍12栋（责任单位：市教育局）。新增产业链3条。由市领导担任链长。新建公园5个。\n\n| 任务 | 目标值 | 责任单位 |\n| --- | --- | --- |\n| 修路 | 9公里 | 交通局 |\n',
    'plan.md',
  );
  const told = (text: string, asked: Partial<Extract<Finding, { kind: 'figure' }>>): ComposedAnswer => {
    const figures = works.figures.filter(({ quantity }) => quantity.text === text);
    const answer = composeAnswer(works, readQuestion('几个', works.plan), {
      kind: 'figure',
      figures,
      related: [],
      ...asked,
    });
    expect(verifyLines(answer.lines)).toEqual([]);
    return answer;
  };

  it.each([
    ['12栋', 'owner', ['责任单位：市教育局']],
    ['12栋', 'deadline', ['文件没有写明这项工作的完成时限。']],
    ['12栋', 'both', ['责任单位：市教育局', '文件没有写明这项工作的完成时限。']],
    ['5个', 'both', ['文件没有写明这项工作的责任单位和完成时限。']],
    // The line of the row has it.
    ['9公里', 'owner', []],
  ] as const)('says who and by when, or that it is not told: %s %s', (text, detail, expected) => {
    const bare = shown(told(text, {}));
    expect(shown(told(text, { detail })).filter((line) => !bare.includes(line))).toEqual(expected);
  });

  it('quotes the sentence that tells who, with its source', () => {
    const beside = works.plan.passages.filter(({ text }) => text.includes('链长'));
    const answer = told('3条', { beside });
    expect(shown(answer)).toContain('原文：由市领导担任链长。');
    expect(answer.passages.map(({ passage }) => passage)).toEqual(beside);
    expect(told('3条', {}).passages).toEqual([]);
  });
});

describe('the time of a figure of a part of the year', () => {
  it.each([
    ['2026年工作要点\n一、任务\n上半年产值增长8%。', '产值 · 2026年上半年目标'],
    ['2026年工作要点\n一、2025年回顾\n1—9月产值增长8%。', '1—9月产值 · 2025年1—9月完成'],
    ['工作要点\n一、任务\n上半年产值增长8%。', '产值 · 上半年目标'],
    ['工作要点\n一、任务\n去年上半年产值增长8%。', '产值 · 上一年上半年完成'],
    ['2026年工作要点\n一、任务\n产值增长8%。', '产值 · 2026年目标'],
  ])('is that part: %s', async (text, label) => {
    const works = await loadWords(text);
    const { lines } = composeAnswer(works, readQuestion('产值', works.plan), {
      kind: 'figure',
      figures: works.figures.slice(0, 1),
      related: [],
    });
    expect(verifyLines(lines)).toEqual([]);
    expect(lines[1]!.slots.map(({ text: words }) => words).join('')).toBe(label);
  });
});
