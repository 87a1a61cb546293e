import { describe, expect, it } from 'vitest';
import { parseReportText } from '../../src/ledger/report-text.ts';

describe('parseReportText', () => {
  it.each([
    ['新建污水管网 65公里', '新建污水管网', '65公里', 65, '公里', ''],
    ['新建污水管网65公里', '新建污水管网', '65公里', 65, '公里', ''],
    ['新建污水管网 65 公里 截至3月底', '新建污水管网', '65公里', 65, '公里', '截至3月底'],
    ['新建污水管网:65/80公里,月底再报', '新建污水管网', '65公里', 65, '公里', '月底再报'],
    ['人工造林 1.2万亩', '人工造林', '1.2万亩', 12000, '亩', ''],
    ['PM2.5平均浓度 27.5微克/立方米', 'PM2.5平均浓度', '27.5微克/立方米', 27.5, '微克/立方米', ''],
    ['400总吨以下船舶改造 20艘', '400总吨以下船舶改造', '20艘', 20, '艘', ''],
    ['城市生活污水集中收集率 ７０％', '城市生活污水集中收集率', '70%', 70, '%', ''],
    ['淘汰柴油货车 1,250辆', '淘汰柴油货车', '1,250辆', 1250, '辆', ''],
  ])('takes %s apart', (input, indicator, text, value, unit, note) => {
    expect(parseReportText(input)).toMatchObject({ indicator, text, value, unit, note });
  });

  it.each(['', '新建污水管网', '65公里', '新建污水管网 65', '新建污水管网 很多公里'])('does not read %j', (input) => {
    expect(parseReportText(input)).toBeNull();
  });
});
