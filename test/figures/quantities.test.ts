import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, readNumber } from '../../src/figures/quantities.ts';

const found = (text: string) =>
  findQuantities(text).map(({ start, end, value, range, unit }) => [text.slice(start, end), range ?? value, unit]);

describe('findQuantities', () => {
  it.each([
    ['新建80公里', '80公里', 80, '公里'],
    ['达３．５％', '３．５％', 3.5, '%'],
    ['增长5.5%', '5.5%', 5.5, '%'],
    ['降低5‰', '5‰', 5, '‰'],
    ['增加0.6个百分点', '0.6个百分点', 0.6, '个百分点'],
    ['达28微克/立方米', '28微克/立方米', 28, '微克/立方米'],
    ['补助1.2万元/人', '1.2万元/人', 12_000, '元/人'],
    ['电价0.45元/千瓦时', '0.45元/千瓦时', 0.45, '元/千瓦时'],
    ['造林2万亩', '2万亩', 20_000, '亩'],
    ['完成1.5万亿元', '1.5万亿元', 1.5e12, '元'],
    ['装机500万千瓦', '500万千瓦', 5_000_000, '千瓦'],
    ['用电8.6亿千瓦时', '8.6亿千瓦时', 860_000_000, '千瓦时'],
    ['培训1,100人', '1,100人', 1100, '人'],
    ['培训1，100人', '1，100人', 1100, '人'],
    ['引进100多家', '100多家', 100, '家'],
    ['帮扶3万余人', '3万余人', 30_000, '人'],
    ['用时5个工作日', '5个工作日', 5, '个工作日'],
    ['增长1.5倍', '1.5倍', 1.5, '倍'],
    ['新建5 公里', '5 公里', 5, '公里'],
    ['新建5\n公里', '5\n公里', 5, '公里'],
    ['12.4万脱贫人口', '12.4万', 124_000, ''],
    ['发病率降至41.5/10万', '41.5/10万', 41.5, '1/10万'],
    ['受教育年限提高到11.2年', '11.2年', 11.2, '年'],
    ['平均寿命延长到12年', '12年', 12, '年'],
    ['应用水平平均达到4.2级', '4.2级', 4.2, '级'],
    ['会诊30万例次', '30万例次', 300_000, '例次'],
    ['购置农机90台（套）', '90台（套）', 90, '台'],
    ['产值之比提高到2.5∶1', '2.5∶1', 2.5, ''],
    ['入校督导不少于一次', '一次', 1, '次'],
    ['吞吐18万标箱', '18万标箱', 180_000, '标箱'],
    ['技工求人倍率高达1.8', '1.8', 1.8, ''],
    ['平均PUE值不高于1.25', '1.25', 1.25, ''],
    ['千人口献血率达到12.5，', '12.5', 12.5, ''],
    ['年产储能电池6GWh', '6GWh', 6, 'GWh'],
    ['防洪标准提高到20年一遇', '20年一遇', 20, '年一遇'],
    ['电子病历应用水平达到4级', '4级', 4, '级'],
    ['检定衡器2.6万台件', '2.6万台件', 26_000, '台件'],
    ['巡检店铺3.1万个次', '3.1万个次', 31_000, '个次'],
    ['审批压缩至6个工作小时', '6个工作小时', 6, '个工作小时'],
    ['抽检4.8批次/千人', '4.8批次/千人', 4.8, '批次/千人'],
    ['扫描档案12万页', '12万页', 120_000, '页'],
    ['接入监控探头800路', '800路', 800, '路'],
    ['补助到账后10日内拨付', '10日', 10, '日'],
  ])('reads Arabic numerals: %s', (text, printed, value, unit) => {
    expect(found(text)).toEqual([[printed, value, unit]]);
  });

  it.each([
    ['百分之九十五以上', '百分之九十五', 95, '%'],
    ['百分之七点一', '百分之七点一', 7.1, '%'],
    ['三百二十个', '三百二十个', 320, '个'],
    ['一万五千户', '一万五千户', 15_000, '户'],
    ['两万亩', '两万亩', 20_000, '亩'],
    ['建成两所学校', '两所', 2, '所'],
    ['新增三家企业', '三家', 3, '家'],
    ['增长一点五倍', '一点五倍', 1.5, '倍'],
    ['一百二十余个', '一百二十余个', 120, '个'],
    ['突破百亿元', '百亿元', 10_000_000_000, '元'],
    ['争取新开国际航班两条。', '两条', 2, '条'],
    ['培育志愿服务队伍六支，', '六支', 6, '支'],
    ['建设“共享菜园”三个；', '三个', 3, '个'],
    ['设立驻外联络站一个。', '一个', 1, '个'],
    ['消防站每月至少拉练一次', '一次', 1, '次'],
  ])('reads Chinese numerals: %s', (text, printed, value, unit) => {
    expect(found(text)).toEqual([[printed, value, unit]]);
  });

  it.each([
    ['15—20所', [15, 20], '所'],
    ['3%—5%', [3, 5], '%'],
    ['30%至40%', [30, 40], '%'],
    ['3～5个', [3, 5], '个'],
    ['15-20万人', [150_000, 200_000], '人'],
    ['新增两三家', [2, 3], '家'],
    ['引进二三十个', [20, 30], '个'],
    ['安置五六百人', [500, 600], '人'],
  ])('reads ranges, whose value is open: %s', (text, range, unit) => {
    expect(findQuantities(text)).toMatchObject([{ range, unit, value: null }]);
  });

  it.each([
    ['三分之二', '三分之二', ''],
    ['千分之三', '千分之三', ''],
    ['一半以上', '一半', ''],
    ['三成', '三成', '成'],
    ['七成半', '七成半', '成'],
    ['压减两成五', '两成五', '成'],
    ['翻一番', '一番', '番'],
  ])('reads fractions and words of amount, whose value is open: %s', (text, printed, unit) => {
    expect(found(text)).toEqual([[printed, null, unit]]);
  });

  it.each([
    // Plans, slogans, names
    '“十四五”规划收官之年',
    '落实“六个百分百”要求',
    '实现三个100%',
    '“一江一湖四水”系统联治',
    '“两不愁三保障”',
    '“四个不摘”',
    '坚持三个坚持',
    '做到五个到位',
    '抓好三件事',
    '打好三大攻坚战',
    '五大行动',
    '“双随机、一公开”',
    '“一网通办”',
    '“百千万工程”',
    '“1+3+5”布局',
    '推进“5+N”产业',
    '“千村示范、万村整治”',
    '开展“10个一批”行动',
    // Turns of phrase
    '走进千家万户',
    '一个都不能少',
    '一张蓝图绘到底',
    '十分重要',
    '万众一心',
    '千方百计',
    '百年大计',
    '第一时间',
    '一体化推进',
    '一揽子政策',
    '一二三产业融合',
    '建成一流大学',
    '培育万元户',
    // Ordinals, grades, codes
    '第18届人民代表大会',
    '第三季度',
    '第3条',
    '位列全省第3位',
    '排名前10名',
    '3A级景区',
    '二级响应',
    'G319国道',
    '5G基站',
    'PM2.5浓度',
    '国三车辆',
    'COVID-19',
    '建设二期工程',
    '1号线',
    // Dates, numbers of documents and telephones
    '2025年3月15日',
    '2024—2025学年',
    '3月底前',
    '上半年',
    '实施三年行动',
    '每5年一次',
    '（岚政发〔2025〕3号）',
    '拨打12345热线',
    '联系电话0731-88886666',
    '手机13800138000',
    '邮编410000',
    '7×24小时服务',
    '24小时值守',
    '开通24小时便民热线',
    '打造“15分钟健身圈”',
    '市委五届十二次全会',
    '严格执行二十四小时值班制度',
    '新设24小时“便民书吧”',
    '开通5路公交',
    '3月15日内报送',
    '一盏灯、一部电梯',
    '推动生态、生活两个，',
    '划分为三类，分别管理',
    '推进储能电站二期、',
    '学习“三个代表”',
    '坚持两个毫不动摇',
    '拧成一条心，',
    '公布典型案例一批。',
    '完善办法一系列。',
    '抓好七个方面工作',
  ])('finds none in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['建设3A级景区2个', ['2个']],
    ['淘汰国三及以下柴油货车5000辆', ['5000辆']],
    ['确保PM2.5浓度降至28微克/立方米', ['28微克/立方米']],
    ['2025年3月15日前完成10个', ['10个']],
    ['12345热线接听2万个', ['2万个']],
    ['新建G319国道20公里', ['20公里']],
    ['（岚政发〔2025〕3号）安排5项', ['5项']],
    ['落实“六个百分百”，检查工地300个', ['300个']],
    ['世界500强企业2家', ['2家']],
  ])('finds only what counts in “%s”', (text, printed) => {
    expect(found(text).map(([first]) => first)).toEqual(printed);
  });

  it('gives spans in order, inside the text, without overlap, each with a digit or numeral', () => {
    const piece = fc.constantFrom('5', '１２', '.', '%', '万', '亿元', '个', '百分之', '三', '十', '—', '至', '第', '年', '第三', '“', '”', '半', '成', ' ', '，', '公里', '/', '人'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, value, range } of findQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/[\d１２三十百千万亿半]/);
          if (value !== null) expect(Number.isFinite(value) && range === null).toBe(true);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('readNumber', () => {
  it.each([
    ['80', 80],
    ['1,100', 1100],
    ['2.4万', 24_000],
    ['0.1万', 1000],
    ['1.1万亿', 1.1e12],
    ['3千', 3000],
    ['5百万', 5_000_000],
    ['三百二十', 320],
    ['100多', 100],
  ])('reads %s exactly', (printed, value) => {
    expect(readNumber(printed)).toBe(value);
  });

  it.each(['', '万五百分', '1.2.3', 'abc', '1-2'])('reads no number in “%s”', (printed) => {
    expect(readNumber(printed)).toBeNull();
  });

  it('multiplies as people do on paper, without the errors of binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(1, 2, 3, 4), (digits, places) => {
        const printed = (digits / 10 ** places).toFixed(places);
        expect(readNumber(`${printed}万`)).toBe(digits * 10 ** (4 - places));
        expect(readNumber(printed)).toBe(Number(printed));
      }),
    );
  });
});

describe('units of several quantities', () => {
  it('gives the points behind the second to the first', () => {
    expect(found('分别提高1.6个和7.5个百分点')).toEqual([
      ['1.6个', 1.6, '个百分点'],
      ['7.5个百分点', 7.5, '个百分点'],
    ]);
    expect(found('新建3个和5个公园')).toEqual([
      ['3个', 3, '个'],
      ['5个', 5, '个'],
    ]);
  });

  it.each(['万元GDP用水量下降', '万元工业增加值用水量下降'])('takes %s for no amount', (text) => {
    expect(found(text)).toEqual([]);
  });
});
