import { describe, expect, it } from 'vitest';
import { readTextBlocks } from '../../../src/documents/text/read-text.ts';
import { printed } from '../printed.ts';

const read = (text: string): unknown[] => printed(text, readTextBlocks(text));

describe('readTextBlocks', () => {
  it('makes each line a block, indentation and blank lines outside', () => {
    expect(read('标题\r\n\r\n　　一、目标\r\n\t新建80公里。 \n')).toEqual(['标题', '一、目标', '新建80公里。']);
  });

  it('joins lines that an editor wrapped, the line end inside the span', () => {
    const wrapped = [
      '　　全年新建污水管网80公里，完成5座污水处理厂提标改造，城市',
      '生活污水集中收集率达75%，建成区黑臭水体动态清零，实施12',
      '公里河道整治，国控断面水质优良率保持100%，地表水达标率不断',
      '提高。',
      '　　（一）加强统筹。把各项任务分解到各县区、各部门，明确责任单',
      '位和完成时限。',
    ];
    expect(read(wrapped.join('\n'))).toEqual([
      wrapped.slice(0, 4).join('\n').trim(),
      wrapped.slice(4).join('\n').trim(),
    ]);
  });

  it('does not join a numbered item to the wrapped line before it', () => {
    const wrapped = [
      '全年新建污水管网80公里，完成5座污水处理厂提标改造，城市生活',
      '污水集中收集率达75%，建成区黑臭水体动态清零，加快推进各项任',
      '（一）加强统筹，把各项任务分解到各县区、各部门，明确责任单位',
      '和完成时限，按月调度，按季通报，年底考核，确保各项任务落到实',
      '处。',
    ];
    expect(read(wrapped.join('\n'))).toHaveLength(2);
  });

  it('leaves paragraphs of different lengths alone', () => {
    const lines = [
      '为做好工作，制定本要点',
      '一、总体要求',
      '全面贯彻落实各项部署，建设提速、服务提质、安全提级',
      '二、目标',
    ];
    expect(read(lines.join('\n'))).toEqual(lines);
  });

  it('reads lines with tabs as a table with its header', () => {
    expect(read('附件\n序号\t任务\t目标值\n1\t智慧公路\t75公里\n2\t候车亭\t\n完。')).toEqual([
      '附件',
      {
        header: [['序号', '任务', '目标值']],
        rows: [
          ['1', '智慧公路', '75公里'],
          ['2', '候车亭', ''],
        ],
      },
      '完。',
    ]);
  });

  it('reads columns aligned with blanks as a table', () => {
    expect(read('任务      目标值   时限\n公路　　　75公里   11月底\n候车亭    120座    6月底')).toEqual([
      {
        header: [['任务', '目标值', '时限']],
        rows: [
          ['公路', '75公里', '11月底'],
          ['候车亭', '120座', '6月底'],
        ],
      },
    ]);
  });

  it('does not take a single line with a tab for a table', () => {
    expect(read('市教育局\t2025年2月18日\n联系人：张某')).toEqual(['市教育局\t2025年2月18日', '联系人：张某']);
  });
});
