import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarker } from '../../src/plan/markers.ts';

describe('readMarker', () => {
  it.each([
    ['一、总体要求', 'chinese', '一、', 1],
    ['十二、保障措施', 'chinese', '十二、', 12],
    ['三.工作重点', 'chinese', '三.', 3],
    ['三．工作重点', 'chinese', '三．', 3],
    ['(一)实施行动', 'chinese-parenthesis', '(一)', 1],
    ['（十一）实施行动', 'chinese-parenthesis', '（十一）', 11],
    ['（二）、实施行动', 'chinese-parenthesis', '（二）、', 2],
    ['〔三〕实施行动', 'chinese-parenthesis', '〔三〕', 3],
    ['1.抓实项目', 'decimal', '1.', 1],
    ['１．抓实项目', 'decimal', '１．', 1],
    ['12、抓实项目', 'decimal', '12、', 12],
    ['3)抓实项目', 'decimal', '3)', 3],
    ['(3)抓实项目', 'decimal-parenthesis', '(3)', 3],
    ['（3）抓实项目', 'decimal-parenthesis', '（3）', 3],
    ['6.5G基站', 'decimal', '6.', 6],
    ['1.2 抓实项目', 'decimal-nested', '1.2', 2],
    ['2.3.4抓实项目', 'decimal-nested', '2.3.4', 4],
    ['①抓实项目', 'circled', '①', 1],
    ['⑫抓实项目', 'circled', '⑫', 12],
    ['⑵抓实项目', 'circled', '⑵', 2],
    ['a.抓实项目', 'letter', 'a.', 1],
    ['第一章 总则', 'chapter', '第一章', 1],
    ['第12章 总则', 'chapter', '第12章', 12],
    ['第三节 水环境', 'article', '第三节', 3],
    ['第二、压实责任', 'ordinal', '第二、', 2],
    ['第一，加强领导', 'ordinal', '第一，', 1],
    ['第二部分 重点任务', 'part', '第二部分', 2],
    ['附件1：指标表', 'appendix', '附件1：', 1],
    ['附件', 'appendix', '附件', null],
    ['附：名词解释', 'appendix', '附：', null],
    ['附表二 分工', 'appendix', '附表二', 2],
    ['名词解释', 'appendix', '', null],
    ['有关用语说明', 'appendix', '', null],
  ] as const)('reads %s', (line, style, text, ordinal) => {
    expect(readMarker(line)).toEqual({ style, text, ordinal });
  });

  it.each([
    '一是深化治理',
    '一江一湖四水联治',
    '一、'.slice(0, 1),
    '十四五规划',
    '第一、二、三产业增加值分别增长',
    '1.2亿元专项资金',
    '第一季度完成',
    '第三产业增加值',
    '第十八届人民代表大会',
    '2.5公里道路',
    '3.5%的增速',
    '2025年工作要点',
    '2025.1.8',
    '1,100个项目',
    '80公里',
    '12345热线',
    '100%全覆盖',
    '附近居民',
    '附属医院',
    '附件要求按时报送',
    '名词解释工作要抓紧',
    '政策解释',
    '(2025年1月8日)',
    '（岚溪县人民政府）',
    '—— 新建学校',
    'A级景区',
    '3D打印',
    '5G基站',
    '',
  ])('finds no marker in “%s”', (line) => {
    expect(readMarker(line)).toBeNull();
  });

  it('gives the marker as it is printed: the line begins with it', () => {
    const bodies = fc.constantFrom('加强领导', ' 加强领导', '　加强', 'abc', '');
    const marks = fc.constantFrom('一、', '（二）', '(3)', '4.', '５．', '⑥', '第七章', '附件８：', '1.2', '');
    fc.assert(
      fc.property(marks, bodies, (mark, body) => {
        const line = mark + body;
        const marker = readMarker(line);
        expect(line.startsWith(marker?.text ?? '')).toBe(true);
        expect(marker === null).toBe(mark === '' || (mark === '1.2' && body === ''));
      }),
    );
  });
});
