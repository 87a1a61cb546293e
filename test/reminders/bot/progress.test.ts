import ExcelJS from 'exceljs';
import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { reminderHarness } from './support.ts';

describe('/progress', () => {
  it('records a report by those allowed and says where the target stands', async () => {
    const { api, begin } = await reminderHarness();
    await begin({}, { progressUsers: [11] });
    const [ann, bob] = [api.world.user(11, '王某'), api.world.user(12)];
    api.say(bob, '/progress 新建污水管网 65公里');
    expect((await api.received(bob))[0]!.text).toContain('只有群管理员和指定的报送人可以报进度');
    api.say(ann, '/progress 新建污水管网 65公里 月底再报');
    api.say(ann, '/progress 新建污水管网 60公里 更正');
    api.say(ann, '/progress 历史 污水管网');
    const replies = await api.received(ann, 3);
    expect(replies[0]!.text).toContain('🟢 新建污水管网 65/80公里（81%，3月29日报）');
    expect(replies[0]!.text).toContain('人工报送，不是文件里的数字');
    expect(replies[1]!.text).toContain('60/80公里（75%');
    expect(replies[2]!.text).toContain('2025年3月29日 65公里，王某报（月底再报）');
    expect(replies[2]!.text).toContain('60公里，王某报（更正）');
    api.say(bob, '/progress 水环境');
    expect((await api.received(bob, 2))[1]!.text).toContain('新建污水管网 60/80公里');
  });

  it('asks back where several targets fit, and takes the choice of the reporter only', async () => {
    const { api, begin } = await reminderHarness();
    await begin({}, { progressUsers: [11] });
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    api.say(ann, '/progress 创建 1个');
    const [question] = await api.received(ann);
    expect(question!.text).toContain('您报的是哪一项');
    expect(question!.keyboard.flat().length).toBeGreaterThan(1);
    api.tap(bob, question!, '省级森林城镇');
    api.tap(ann, question!, '省级森林城镇');
    await api.until('the record', () => api.to(ann)[0]!.text.includes('1/2个'));
  });

  it('checks unit and indicator', async () => {
    const { api, begin } = await reminderHarness();
    await begin({ adminIds: [11] });
    const ann = api.world.user(11);
    api.say(ann, '/progress 新建污水管网 65%');
    api.say(ann, '/progress 天文台 3座');
    api.say(ann, '/progress PM2.5平均浓度 27微克/立方米');
    const replies = await api.received(ann, 3);
    expect(replies[0]!.text).toMatch(/没有记录：单位对不上[\s\S]*\/progress 新建污水管网 数量公里$/);
    expect(replies[1]!.text).toContain('计划里没有“天文台”的目标，没有记录');
    expect(replies[2]!.text).toContain('没有记录');
  });

  it('records no number without its unit, and shows how to write it', async () => {
    const { api, begin } = await reminderHarness();
    const { database } = await begin({ adminIds: [11] });
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    api.say(ann, '/progress 新建污水管网 65');
    api.say(ann, '/progress 城市生活污水集中收集率 70');
    api.say(ann, '/progress 人工造林 1');
    api.say(ann, '/progress 人工造林 1.5万');
    api.say(bob, '/progress 新建污水管网 65');
    const replies = (await api.received(ann, 4)).map(({ text }) => text);
    expect(replies[0]).toBe('没有记录：“65”没有写单位。请写上单位再报，例如：\n/progress 新建污水管网 65公里');
    expect(replies[1]).toContain('\n/progress 城市生活污水集中收集率 70%');
    expect(replies[2]).toContain('\n/progress 人工造林 1万亩');
    expect(replies[3]).toContain('\n/progress 人工造林 1.5万亩');
    expect((await api.received(bob))[0]!.text).toMatch(
      /只有群管理员.*看进度不用写数量，例如：\/progress 新建污水管网$/,
    );
    expect(database.get('SELECT count(*) AS n FROM progress_reports')!.integer('n')).toBe(0);
  });

  it('takes a number without a unit where the target has none, and a name that ends in a number for a name', async () => {
    const { api, begin } = await reminderHarness();
    const { library } = await begin({ adminIds: [11] });
    const text = '某市2025年工作计划\n一、降低PM 2.5\n新建监测站3座。\n二、就业\n今年岗位系数提高到1.85。\n';
    const { loaded } = await library.commit(await library.draft(Buffer.from(text), '计划.txt'));
    library.setCurrent(loaded.plan.id);
    const ann = api.world.user(11);
    api.say(ann, '/progress 岗位系数 1.5');
    expect((await api.received(ann))[0]!.text).toContain('已报1.5，目标提高到1.85');
    api.say(ann, '/progress PM 2.5');
    expect((await api.received(ann, 2))[1]!.text).toContain('新建监测站 目标3座，未报进度');
  });

  it('counts a group administrator’s report in that group only', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const [chief, ann] = [api.world.user(21), api.world.user(11)];
    const group = api.world.group({ id: -100500, administrators: [chief], members: [ann] });
    api.say(chief, '/progress@plan_bot 新建污水管网 65公里', group);
    expect((await api.received(group))[0]!.text).toContain('只在本群有效');
    api.say(ann, '/progress 污水管网');
    expect((await api.received(ann))[0]!.text).toContain('未报进度');
    api.say(ann, '/progress@plan_bot 污水管网', group);
    expect((await api.received(group, 2))[1]!.text).toContain('65/80公里');
  });

  it('shows every section’s lights and the rule when nothing is named', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '/progress');
    const [overview] = await api.received(ann);
    expect(overview!.text).toContain('(二)实施水环境巩固提升行动：⚪');
    expect(overview!.text).toContain('时间进度');
    api.tap(ann, overview!, '实施水环境');
    expect((await api.received(ann, 2))[1]!.text).toContain('新建污水管网 目标80公里');
  });
});

describe('/chart', () => {
  it('sends the topic as pictures with a caption', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '/chart 水环境');
    const [picture] = await api.received(ann);
    expect(picture).toMatchObject({ method: 'sendPhoto' });
    expect(picture!.text).toContain('📌 水环境');
    const image = await loadImage(Buffer.from(picture!.file!.bytes));
    expect(image.width).toBe(1080);
    expect(image.height).toBeGreaterThan(800);
  });
});

describe('/export', () => {
  it('sends workbook, CSV and calendar', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '/export');
    const files = await api.received(ann, 3);
    expect(files.map(({ file }) => file!.name.split('.').at(-1))).toEqual(['xlsx', 'csv', 'ics']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(files[0]!.file!.bytes).buffer);
    expect(book.getWorksheet('指标')!.rowCount).toBeGreaterThan(40);
    expect(new TextDecoder().decode(files[1]!.file!.bytes)).toContain('新建污水管网,,80公里,公里,目标,2025');
    expect(new TextDecoder().decode(files[2]!.file!.bytes)).toContain('BEGIN:VEVENT');
    api.say(ann, '/export csv');
    await api.received(ann, 4);
    api.say(ann, '/export pdf');
    expect((await api.received(ann, 5))[4]!.text).toContain('/export xlsx');
  });
});
