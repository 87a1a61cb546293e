import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { loadWords, sampleText } from '../support.ts';

const { plan, terms } = await loadWords(sampleText);
const read = (question: string) => readQuestion(question, plan, (gram) => terms.has(gram));

describe('readQuestion', () => {
  it('reads what is asked, of what, and when', () => {
    expect(read('去年新建便民菜市场多少个？')).toMatchObject({
      raw: '去年新建便民菜市场多少个？',
      folded: '去年新建便民菜市场多少个?',
      form: 'single',
      content: ['新建便民菜市场'],
      background: [],
      wantsNumber: true,
      time: { period: 'achieved', year: 2024 },
      asks: [{ unit: '个' }],
      quantities: [],
      condition: null,
      arithmetic: null,
    });
  });

  it('reads traditional and full-width characters like the usual ones', () => {
    const usual = '改造步行街多少条,超过5条吗';
    expect(read('改造步行街多少條，超過５條嗎')).toEqual({ ...read(usual), raw: '改造步行街多少條，超過５條嗎' });
  });

  it.each(['哪三个坚持', '分几月份完成', '几号开会'])('wants a name or a time, not a number: %s', (question) => {
    expect(read(question).wantsNumber).toBe(false);
  });

  it('keeps the numbers of the question apart from what it is about', () => {
    expect(read('哪些超过50个').condition).toEqual({ operator: '>', value: 50, unit: '个' });
    expect(read('5000人次指什么').quantities).toMatchObject([{ value: 5000, unit: '人次' }]);
    expect(read('主要目标一共八条，列一下').quantities).toEqual([]);
    expect(read('是不是一共80公里').quantities).toMatchObject([{ value: 80, unit: '公里' }]);
  });

  it('calls things by the plan’s own names where it has them', () => {
    expect(read('社零总额多少').folded).toBe('社会消费品零售总额多少');
    // The plan has 营业收入 nowhere.
    expect(read('营收多少').folded).toBe('营收多少');
    // The plan writes 外贸 itself, and knows nothing of 高新技术企业.
    expect(read('外贸多少').folded).toBe('外贸多少');
    expect(read('高企多少家').folded).toBe('高企多少家');
  });

  it.each(['营业收入', '主营业务收入'])('takes 营收 for %s', async (name) => {
    const { plan: own } = await loadWords(`2025年工作要点\n一、任务\n规上服务业${name}达到68亿元。`);
    expect(readQuestion('服务业营收多少', own).folded).toBe(`服务业${name}多少`);
  });

  it('calls what has grown 上规模 by either name that plans have for it', async () => {
    for (const name of ['规模以上', '规上']) {
      const { plan: own } = await loadWords(`2025年工作要点\n一、任务\n${name}工业企业达到68家。`);
      expect(readQuestion('上规模的工业企业几家', own).folded).toBe(`${name}工业企业几家`);
      expect(readQuestion('上规模的厂几家', own).folded).toBe('上规模的厂几家');
      expect(readQuestion('亿元以上规模企业几家', own).folded).toBe('亿元以上规模企业几家');
    }
  });

  it('takes a popular name for the official one where the plan hardly has it', async () => {
    const { plan: own } = await loadWords(
      '2025年工作要点\n一、任务\n招聘教师30名，培训教师90名，教师住房建成20套，教师体检4次，组建好老师团队6个。',
    );
    expect(readQuestion('招多少老师', own).folded).toBe('招多少教师');
    expect(readQuestion('好老师团队几个', own).folded).toBe('好老师团队几个');
  });

  it.each([
    ['打120的平均多久到', '急救的平均多久到'],
    ['拨打120平均多久', '急救平均多久'],
    ['打1200个电话', '打1200个电话'],
    ['2120急救站几个', '2120急救站几个'],
    ['120个站点', '120个站点'],
  ])('takes 120 for a call for an ambulance where it is one: %s', async (question, folded) => {
    const { plan: own } = await loadWords('2025年工作要点\n一、任务\n急救平均反应时间缩短到9分钟，新增急救站点6个。');
    expect(readQuestion(question, own).folded).toBe(folded);
  });

  it('takes the official name where the plan goes on with that one only', async () => {
    const { plan: own } = await loadWords('2025年工作要点\n一、任务\n完成技术改造投资9亿元，实施技改项目60个。');
    expect(readQuestion('技改投资多少', own).folded).toBe('技术改造投资多少');
    expect(readQuestion('技改项目几个', own).folded).toBe('技改项目几个');
    expect(readQuestion('技改资金多少', own).folded).toBe('技改资金多少');
  });

  it.each([
    ['细颗粒物年均浓度降到30微克/立方米，可吸入颗粒物降到50微克/立方米', 'PM2.5目标', '细颗粒物目标'],
    ['细颗粒物年均浓度降到30微克/立方米，可吸入颗粒物降到50微克/立方米', 'pm10目标', '可吸入颗粒物目标'],
    ['PM2.5年均浓度降到30微克/立方米，PM10降到50微克/立方米', '细颗粒物目标', 'PM2.5目标'],
    ['PM2.5年均浓度降到30微克/立方米，PM10降到50微克/立方米', '可吸入颗粒物目标', 'PM10目标'],
    ['PM2.5（细颗粒物）年均浓度降到30微克/立方米', 'PM2.5目标', 'PM2.5目标'],
    ['整治黑臭水体9条', '黑臭水沟目标', '黑臭水体目标'],
    ['整治黑臭水体9条', '臭水河目标', '黑臭水体目标'],
    ['整治黑臭水沟9条', '黑臭水沟目标', '黑臭水沟目标'],
  ])('names dust and foul water as the plan does that has “%s”: %s', async (task, question, folded) => {
    const { plan: own } = await loadWords(`2025年工作要点\n一、任务\n${task}。`);
    expect(readQuestion(`${question}多少`, own).folded).toBe(`${folded}多少`);
  });

  it('looks for what a claimed value is said of, not for the value', () => {
    const query = read('便民菜市场初稿上写的是18个，原文是多少');
    expect(query).toMatchObject({ form: 'single', content: ['便民菜市场'], quantities: [], condition: null });
    expect(read('便民菜市场超过18个吗').condition).toMatchObject({ value: 18 });
  });

  it.each([
    ['您好，便民菜市场新建几个，谢谢', 'single'],
    ['局长问，便民菜市场新建几个', 'single'],
    ['您好', 'other'],
    ['谢谢！', 'acknowledgement'],
  ])('hears the question behind the manners: %s', (question, form) => {
    const query = read(question);
    expect(query.form).toBe(form);
    if (form === 'single') expect(query.content.join('')).toBe('便民菜市场新建');
  });

  it('asks for a figure and its change, and compares nothing', () => {
    expect(read('便民菜市场新建几个，比去年增加了多少').form).toBe('single');
    expect(read('便民菜市场新建几个，去年呢').form).not.toBe('compare');
  });

  it.each(['', '   ', '？？', '🙂', '\u0000', 'a'.repeat(400), '多少'.repeat(200), '（'.repeat(300)])(
    'reads anything: %j',
    (question) => {
      expect(read(question).content).toBeInstanceOf(Array);
    },
  );
});
