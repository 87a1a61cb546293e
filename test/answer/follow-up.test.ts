import { describe, expect, it } from 'vitest';
import { readInContext } from '../../src/answer/follow-up.ts';
import { loadWords, sampleText } from './support.ts';

const loaded = await loadWords(sampleText);
const read = (...questions: readonly string[]) => readInContext(questions.at(-1)!, questions.slice(0, -1), loaded);

describe('readInContext', () => {
  it('keeps the topic and the unit where only the time is new', () => {
    expect(read('今年新建便民菜市场多少个', '去年呢')).toMatchObject({
      form: 'single',
      content: ['新建便民菜市场'],
      asks: [{ unit: '个' }],
      time: { period: 'achieved', year: 2024 },
      wantsNumber: true,
    });
  });

  it('leaves the earlier unit likely where a new topic names none', () => {
    expect(read('去年外贸进出口总额多少亿元', '社会消费品零售总额呢')).toMatchObject({
      content: ['社会消费品零售总额'],
      asks: [{ unitClass: 'money', implied: true }],
    });
  });

  it('keeps the time and takes its own unit where the topic is new', () => {
    expect(read('去年便民菜市场新建多少个', '那网点覆盖率呢')).toMatchObject({
      content: ['网点覆盖率'],
      asks: [{ unit: null, unitClass: 'percent' }],
      time: { period: 'achieved', year: 2024 },
    });
  });

  it('takes nothing from before where topic, time and unit are its own', () => {
    expect(read('去年外贸进出口总额多少亿元', '今年便民菜市场多少个').background).toEqual([]);
    expect(read('去年外贸进出口总额多少亿元', '那今年便民菜市场多少个').background).not.toEqual([]);
    expect(read('去年外贸进出口总额多少亿元', '今年多少亿元').background).not.toEqual([]);
  });

  it('is of the year asked for before where it asks what has been done', () => {
    expect(read('今年新建便民菜市场多少个', '完成多少了').time).toMatchObject({ period: 'achieved', year: 2025 });
    expect(read('今年新建便民菜市场多少个', '原来有多少').time.year).not.toBe(2025);
  });

  it('asks nothing before of what the plan has no word of', () => {
    expect(read('今年新建便民菜市场多少个', 'GDP目标多少').background).toEqual([]);
    expect(read('今年新建便民菜市场多少个', '涨了多少').background).not.toEqual([]);
  });

  it('keeps the form of a list', () => {
    expect(read('外贸有哪些指标', '那消费呢')).toMatchObject({ form: 'list' });
  });

  it('asks the new unit of the same topic', () => {
    const query = read('改造步行街几条', '要多少公里');
    expect(query.asks[0]).toMatchObject({ unit: '公里' });
    expect(query.content.join('')).toContain('步行街');
  });

  it('takes its own time before the earlier one', () => {
    expect(read('去年便民菜市场新建几个', '那商圈今年呢').time).toMatchObject({ period: 'target', year: 2025 });
  });

  it('follows over several questions', () => {
    const query = read('今年便民菜市场新建几个', '去年呢', '那网点覆盖率呢');
    expect(query).toMatchObject({ content: ['网点覆盖率'], time: { period: 'achieved', year: 2024 } });
  });

  it('becomes a single question after a filter or a reverse one', () => {
    expect(read('3条指什么', '那商圈呢').form).toBe('single');
    expect(read('哪些达到100%', '那商圈呢').form).toBe('single');
  });

  it.each(['今年社会消费品零售总额达到多少亿元', '外贸进出口总额增长多少', '5000人次指什么', '今天天气怎么样'])(
    'reads a whole question for itself: %s',
    (question) => {
      expect(read('去年新建便民菜市场多少个', question)).toEqual(read(question));
    },
  );

  it('asks first of what was asked before, where that names nothing and the rest does', () => {
    const query = read('智慧商店多少个', '今年新增多少个，里面商圈几个');
    expect(query.asks.map(({ content }) => content)).toEqual([['智慧商店'], ['商圈']]);
    expect(query.background).toEqual(['智慧商店']);
    // Though the plan has 新增外贸企业.
    expect(read('智慧商店多少个', '新增多少个，企业几家').content).toEqual(['智慧商店', '新增', '企业']);
    const own = read('智慧商店多少个', '今年新增多少家企业，商圈几个');
    expect(own.asks[0]?.content).toEqual(['新增', '企业']);
    expect(own.background).toEqual([]);
  });

  it.each([
    ['土地流转那块呢', ['土地流转']],
    ['土地流转那方面呢', ['土地流转']],
    ['土地流转呢', ['智慧商店', '土地流转']],
    ['土地那块呢', ['智慧商店', '土地']],
  ])('is led elsewhere by 那块 behind a name, known or not: %s', (question, content) => {
    expect(read('智慧商店多少个', question).content).toEqual(content);
  });

  it('lets the new words decide', () => {
    expect(read('今年建设智慧商圈几个', '国家级的呢').emphasis).toEqual(['国家级']);
    expect(read('今年建设智慧商圈几个', '去年呢').emphasis).toEqual([]);
    expect(read('今年建设智慧商圈几个').emphasis).toEqual([]);
  });

  it('asks how the same thing changes where only that is new', () => {
    const query = read('去年外贸进出口总额多少亿元', '增长呢');
    expect(query).toMatchObject({ emphasis: [], asks: [{ aspect: 'change' }] });
    expect(query.content[0]).toBe('外贸进出口总额');
    expect(read('去年外贸进出口总额多少亿元', '下降呢').emphasis).toEqual([]);
    expect(read('去年外贸进出口总额多少亿元', '增长点呢').emphasis).not.toEqual([]);
  });

  it('keeps a thing that the plan lacks apart from what was asked before', () => {
    expect(read('便民菜市场新建几个', '今年要建几座核电站')).toEqual(read('今年要建几座核电站'));
    expect(read('便民菜市场新建几个', '核电站呢').background).not.toEqual([]);
  });

  it('follows nothing that was no question', () => {
    expect(read('你好', '去年呢')).toEqual(read('去年呢'));
  });

  it('hears past thanks and the like to what was asked before', () => {
    const question = read('便民菜市场新建几个', '去年呢');
    for (const said of [['收到'], ['谢谢', '👍'], Array.from({ length: 20 }, () => '好的')])
      expect(read('便民菜市场新建几个', ...said, '去年呢')).toEqual(question);
    expect(read('便民菜市场新建几个', '好的')).toEqual(read('好的'));
    expect(read('收到', '去年呢')).toEqual(read('去年呢'));
  });

  it('takes words that say nothing of the plan and ask nothing for no follow-up', () => {
    expect(read('便民菜市场新建几个', '真不戳')).toEqual(read('真不戳'));
    for (const question of ['商圈', '去年', '谁负责', '怎么做', '真不戳呢'])
      expect(read('便民菜市场新建几个', question).background, question).not.toEqual([]);
  });

  it('forgets what was asked long ago', () => {
    const old = Array.from({ length: 20 }, () => '那呢');
    expect(read('便民菜市场新建几个', ...old, '去年呢').content.join('')).not.toContain('菜市场');
  });

  it('goes back to the question that has its word', () => {
    const asked = ['今年培训电商人员多少', '改造步行街几条'];
    expect(read(...asked, '那去年培训了多少').content.join('')).toContain('电商人员');
    expect(read(...asked, '去年呢').content.join('')).toContain('步行街');
    expect(read(...asked, '那去年改造了多少').content.join('')).toContain('步行街');
  });

  it('asks for what is new after what there is, and the other way round', () => {
    expect(read('外贸企业累计多少家', '那今年新增几家').content.join('')).toBe('外贸企业新增');
    expect(read('新增外贸企业几家', '那总共多少家').content.join('')).toBe('外贸企业');
    expect(read('新增外贸企业几家', '去年呢').content.join('')).toBe('新增外贸企业');
  });
});
