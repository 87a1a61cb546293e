import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlanFile, readPlanText, repositoryFile, seedFile } from '../support/read-plan.ts';

/** The figure contract of extraction: whatever is shown is cut from the document. */
function checkContract(plan: Plan): void {
  const { text } = plan.document;
  let last = -1;
  for (const [index, figure] of extractFigures(plan).entries()) {
    const { quantity, passage, clause } = figure;
    expect(figure.id).toBe(index);
    expect(quantity.start).toBeGreaterThanOrEqual(last);
    expect(quantity.text).toBe(text.slice(quantity.start, quantity.end));
    expect(quantity.text).not.toBe('');
    expect(quantity.start).toBeGreaterThanOrEqual(passage.start);
    expect(quantity.end).toBeLessThanOrEqual(passage.end);
    expect(clause.start).toBeLessThanOrEqual(quantity.start);
    expect(clause.end).toBeGreaterThanOrEqual(quantity.end);
    expect(figure.section).toBe(passage.section);
    for (const part of quantity.qualifier?.split('…') ?? []) expect(text).toContain(part);
    for (const detail of [figure.owner, figure.deadline])
      if (detail !== null) expect(detail.text).toBe(text.slice(detail.start, detail.end));
    last = quantity.start;
  }
}

const nouns = ['污水管网', '应急演练', '在校学生', '再生水利用率', '优良天数比例', '违法行为', '以工代赈项目', '人工造林', '高标准农田', '家庭医生签约', '行政许可', '共享单车']; // prettier-ignore
const verbs = ['', '新建', '完成', '改造', '力争新增', '淘汰', '组织开展', '要推进'];
const units = ['公里', '个', '%', '万亩', '亿元', '座', '人次', '个百分点', '微克/立方米', '户', '万千瓦'];
const factors: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
const qualifiers: readonly (readonly [string, string])[] = [
  ['', ''],
  ['达', ''],
  ['达到', '以上'],
  ['增长', ''],
  ['下降', '左右'],
  ['控制在', '以内'],
  ['不低于', ''],
  ['突破', ''],
  ['降至', ''],
  ['约', ''],
];

/** 3.25 as digits and places, so that the expected value needs no binary fraction. */
const numbers = fc.record({ digits: fc.integer({ min: 1, max: 99_999 }), places: fc.integer({ min: 0, max: 2 }) });

const valueOf = ({ digits, places }: { digits: number; places: number }, unit: string): number =>
  Number(`${digits}e${(factors[unit[0]!] ?? 0) - places}`);

const fullWidth = (text: string): string =>
  text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('extractFigures', () => {
  it.each([
    seedFile,
    repositoryFile('test/fixtures/qa/county-report.txt'),
    repositoryFile('test/plans/city/source.txt'),
  ])('cuts every figure of %s from the text', async (file) => {
    checkContract(await readPlanFile(file));
  });

  it('reads a generated statement back: its slice, its value and its noun', async () => {
    const statement = fc.record({
      verb: fc.constantFrom(...verbs),
      noun: fc.constantFrom(...nouns),
      number: numbers,
      unit: fc.constantFrom(...units),
      qualifier: fc.constantFrom(...qualifiers),
      wide: fc.boolean(),
      lead: fc.constantFrom('', '同时，', '到年底，', '全市', '一要'),
    });
    await fc.assert(
      fc.asyncProperty(statement, async ({ verb, noun, number, unit, qualifier: [before, after], wide, lead }) => {
        const printed = (number.digits / 10 ** number.places).toFixed(number.places) + unit;
        const shown = wide ? fullWidth(printed) : printed;
        const plan = await readPlanText(`2025年要点\n一、任务\n${lead}${verb}${noun}${before}${shown}${after}。`);
        const figures = extractFigures(plan);
        checkContract(plan);
        expect(figures).toHaveLength(1);
        const [{ quantity, indicator }] = figures as [(typeof figures)[number]];
        expect(quantity.text).toBe(shown);
        expect(quantity.value).toBe(valueOf(number, unit));
        expect(indicator).toContain(noun);
        expect(quantity.qualifier).toBe([before, after].filter((part) => part !== '').join('…') || null);
      }),
      { numRuns: 200 },
    );
  });

  it('reads several statements of one sentence, each with its own noun', async () => {
    const item = fc.record({ noun: fc.constantFrom(...nouns), number: numbers, unit: fc.constantFrom(...units) });
    const items = fc.uniqueArray(item, { minLength: 2, maxLength: 5, selector: ({ noun }) => noun });
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom('，', '；', '、', '。'), async (chosen, joint) => {
        const print = ({ digits, places }: { digits: number; places: number }): string =>
          (digits / 10 ** places).toFixed(places);
        const sentence = chosen.map(({ noun, number, unit }) => `新建${noun}${print(number)}${unit}`).join(joint);
        const plan = await readPlanText(`2025年要点\n一、任务\n${sentence}。`);
        checkContract(plan);
        const figures = extractFigures(plan);
        expect(figures.map(({ quantity }) => quantity.value)).toEqual(
          chosen.map(({ number, unit }) => valueOf(number, unit)),
        );
        for (const [index, { noun }] of chosen.entries()) expect(figures[index]!.indicator).toContain(noun);
      }),
      { numRuns: 100 },
    );
  });

  it('shows nothing that the document lacks, whatever the document', async () => {
    const piece = fc.constantFrom('一、', '（一）', '新建', '学校', '5', '１２', '.5', '%', '万', '个', '百分之', '三十', '—', '其中', '分别增长', '和', '、', '，', '。', '\n', '|', '2024年', '以上', '（', '）', '“', '”', '由', '提高到', '责任单位：', '市水务局', '6月底前', '\t'); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (pieces) => {
        checkContract(await readPlanText(`甲${pieces.join('')}`));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a sentence that announces what is to be by a year', () => {
  /** The years of the figures of a plan for 2026 below such a heading. */
  const years = async (text: string): Promise<[string, string | null, number | null][]> =>
    extractFigures(await readPlanText(`2026年政府工作报告\n一、远景目标\n${text}`)).map(
      ({ quantity, period, year }) => [quantity.text, period, year],
    );

  it('dates the paragraphs behind it, up to one that names a time of its own', async () => {
    const text =
      '到2030年，努力实现以下目标：\n产值达到900亿元。\n——民生更好。新增学位2万个。\n今年新建学校6所。\n新建医院3家。';
    expect(await years(text)).toEqual([
      ['900亿元', 'target', 2030],
      ['2万个', 'target', 2030],
      ['6所', 'target', 2026],
      ['3家', 'target', 2026],
    ]);
  });

  it('dates nothing below the next heading', async () => {
    expect(await years('到2030年，努力实现以下目标：\n产值达到900亿元。\n（一）教育\n新建学校6所。')).toEqual([
      ['900亿元', 'target', 2030],
      ['6所', 'target', 2026],
    ]);
  });

  it('tells of results among tasks where it announces these', async () => {
    const text = '2025年完成以下工作：\n新建学校6所。\n今年再加力。新建医院3家。';
    expect(await years(text)).toEqual([
      ['6所', 'achieved', 2025],
      ['3家', 'target', 2026],
    ]);
  });

  it('announces nothing without a colon, or without a time', async () => {
    expect(await years('到2030年，努力实现更高目标。\n产值达到900亿元。')).toEqual([['900亿元', 'target', 2026]]);
    expect(await years('努力实现以下目标：\n产值达到900亿元。')).toEqual([['900亿元', 'target', 2026]]);
  });
});
