import { describe, expect, it } from 'vitest';
import { docxFile, paragraph, row, table, tableCell } from '../../documents/docx/docx-file.ts';
import { loadBytes, loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  `# 2025年工信工作计划

## 一、主要指标

| 指标 | 单位 | 2024年实际 | 2025年目标 | 属性 |
| --- | --- | --- | --- | --- |
| 万元产值能耗降幅 | % | 3.1 | 3.5 | 约束性 |
| 数字化车间 | 个 | 20 | 32 | 预期性 |
| 60岁以上职工体检率 | % | 88 | 91 | 约束性 |

## 二、分解任务

全市实施技改项目500个以上，工业投资增长14%。

| 县区 | 工业投资增速 | 技改项目（个） | 产业投资（万元） |
| --- | --- | --- | --- |
| 东山县 | 11% | 60 | 9000 |
| 西河县 | 13.5% | 75 | 21000 |
| 南岭区 | 15% | 48 | 32500 |
| 合计 | 13% | 183 | 62500 |
`,
  'plan.md',
);
const ask = (question: string) => outcome(find(sample, question)).map((line) => line.split(' ').at(-1));

describe('figuresOfNamedColumn', () => {
  it.each([
    ['哪些县区今年的工业投资增速在12%以上', ['13.5%', '15%']],
    ['技改项目超过50个的县区有哪些，各多少个', ['60', '75']],
    ['技改项目超过50的县区有哪些', ['60', '75']],
    ['哪些县区的产业投资超过2亿元', ['21000', '32500']],
    ['产业投资不到一亿元的县区有哪些', ['9000']],
  ])('compares the values of the column that is named, its total left out: %s', (question, expected) => {
    expect(ask(question)).toEqual(expected);
  });

  it('gives the whole column where each place is asked for', () => {
    expect(ask('各县区的工业投资增速分别多少')).toEqual(['11%', '13.5%', '15%']);
  });

  it('leaves the text to questions that name no column', () => {
    expect(ask('哪些超过400个')).toEqual(['500个']);
  });

  it('takes the column headed by its time alone, for the rows that are counted', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、产业链\n\n| 产业链 | 2025年产值（亿元） | 2026年目标（亿元） | 企业数（家） |\n| --- | --- | --- | --- |\n| 新能源电池 | 486.2 | 540 | 68 |\n| 高端装备 | 412.5 | 450 | 143 |\n',
      'plan.md',
    );
    const values = outcome(find(plan, '两条产业链今年的目标逐条念一下')).map((line) => line.split(' ').at(-1));
    expect(values).toEqual(['540', '450']);
  });
});

describe('the rows that a filter asks for', async () => {
  const plan = await loadWords(
    '# 2026年计划\n\n## 一、产业\n\n| 产业链 | 2025年产值（亿元） | 2026年目标（亿元） |\n| --- | --- | --- |\n| 新能源电池 | 486.2 | 540 |\n| 高端装备 | 412.5 | 450 |\n\n## 二、任务\n\n工业投资达到600亿元。\n',
    'plan.md',
  );
  const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));

  it.each(['目标超过500亿元的产业链有哪些', '哪些产业链今年目标超过500亿元', '哪几条产业链今年目标超过500亿元'])(
    'are those of the table: %s',
    (question) => {
      expect(values(question)).toEqual(['540']);
    },
  );

  it('are none where the rows are not what is asked for', () => {
    expect(values('今年目标超过500亿元的有哪些')).toEqual(['540', '600亿元']);
    expect(values('产业链里今年目标超过500亿元的有哪些')).toEqual(['540', '600亿元']);
  });
});

describe('the heading of a column', () => {
  it('is named without its 同比', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、产业\n\n| 县区 | 2025年工业投资同比增长 |\n| --- | --- |\n| 东山县 | 11% |\n| 西河县 | 13% |\n',
      'plan.md',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('各县区工业投资增长分别多少')).toEqual(['11%', '13%']);
    expect(values('各县区港口吞吐增长分别多少')).not.toEqual(['11%', '13%']);
  });

  it('gives way to a shorter one that has figures of the time asked for', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、产业\n\n| 县区 | 工业投资（亿元） | 2025年工业投资额（亿元） |\n| --- | --- | --- |\n| 东山县 | 11 | 9 |\n| 西河县 | 13 | 10 |\n',
      'plan.md',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('今年各县区工业投资额分别多少')).toEqual(['11', '13']);
    expect(values('去年各县区工业投资额分别多少')).toEqual(['9', '10']);
  });
});

describe('columns below two header rows', async () => {
  const down = (text = '') => tableCell(text, text === '' ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>');
  const above = (text: string) => tableCell(text, '<w:gridSpan w:val="2"/>');
  const body =
    paragraph('2026年教育工作要点') +
    table(
      row([down('县市'), above('学前教育'), above('义务教育'), above('教师队伍')]),
      row([
        down(),
        '新增学位（个）',
        '改扩建（所）',
        '新增学位（个）',
        '改扩建（所）',
        '招聘特岗教师（名）',
        '培训（名）',
      ]),
      row(['东山县', '360', '3', '1200', '5', '48', '210']),
      row(['西河县', '420', '4', '1500', '6', '52', '230']),
    );
  const plan = await loadBytes(docxFile({ body }), 'plan.docx');
  const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));

  it('are told apart by the upper one', () => {
    expect(values('各县市义务教育新增学位分别多少')).toEqual(['1200', '1500']);
    expect(values('各县市学前教育新增学位分别多少')).toEqual(['360', '420']);
  });

  it('are both given where the lower one alone is named', () => {
    expect(values('各县市新增学位分别多少')).toEqual(['360', '1200', '420', '1500']);
  });

  it('are named by a piece of a heading that no other has', () => {
    expect(values('各县市的特岗教师分别招多少')).toEqual(['48', '52']);
  });
});
