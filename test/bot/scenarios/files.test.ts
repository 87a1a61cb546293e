import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { harness } from '../support/harness.ts';

const plan = Buffer.from(
  '某市2026年水务工作计划\n一、重点任务\n(一)供水。新建供水管网120公里,改造老旧管网45公里。\n(二)排水。新建污水处理厂2座,污水集中收集率达90%以上。\n',
);

describe('an administrator sends a plan', () => {
  it('sees what was found, takes it in, and gets answers from it; switching and withdrawing work', async () => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.document(boss, { name: '水务计划.txt', bytes: plan, mime: 'text/plain' });
    const [report] = await api.received(boss);
    expect(report!.text).toMatch(/2026年/);
    expect(report!.text).toContain('120公里');
    expect(library.list()).toHaveLength(1);
    expect(report!.text).toMatch(/启用后它就是当前计划.*现在是 全市生态环境保护/);
    api.tap(boss, report!, '启用');
    await api.until('the plan', () => library.list().length === 2);
    await api.until('the note', () => report!.text.includes('已启用'));
    expect(report!.text).toMatch(/当前计划：某市2026年水务工作计划（2026年），原来是 全市生态环境保护/);
    expect(report!.keyboard.flat().map(({ text }) => text)).toEqual([expect.stringMatching(/^改回 全市生态/)]);
    api.say(boss, '新建供水管网多少公里？');
    expect((await api.received(boss, 2))[1]?.text).toContain('120公里');
    api.say(boss, '/plans');
    const [, , list] = await api.received(boss, 3);
    api.tap(boss, list!, '改用');
    await api.until('the switch', () => library.current()?.plan.year === 2025);
    const withdraw = list!.keyboard.flat().find(({ text }) => text.includes('撤下'))!;
    api.tapData(boss, list!, withdraw.callback_data!);
    await api.until('the question', () => list!.text.includes('要撤下'));
    api.tap(boss, list!, '撤下');
    await api.until('the withdrawal', () => library.list().length === 1);
  });

  it('is told that a plan of the same year leaves the current one in place, and may make it current', async () => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    const boss = api.world.user(1);
    const bytes = Buffer.from(plan.toString().replace('2026年', '2025年'));
    api.document(boss, { name: '水务计划.txt', bytes });
    const [report] = await api.received(boss);
    expect(report!.text).toMatch(/启用后当前计划仍是 全市生态环境保护.*设为当前/);
    api.tap(boss, report!, '启用');
    await api.until('the note', () => report!.text.includes('已启用'));
    expect(report!.text).toMatch(/当前计划：全市生态环境保护[^，]*（2025年）。/);
    expect(library.current()?.plan.title).toContain('全市生态环境保护');
    api.tap(boss, report!, '设为当前');
    await api.until('the switch', () => library.current()?.plan.title === '某市2025年水务工作计划');
    // The same file again changes nothing, and says so.
    api.document(boss, { name: '又一份.txt', bytes });
    const [, second] = await api.received(boss, 2);
    expect(second!.text).toContain('这份文件已经导入过');
    api.tap(boss, second!, '启用');
    await api.until('the note', () => second!.text.includes('没有变化：这份文件已经导入过'));
    expect(library.list()).toHaveLength(2);
  });

  it.each([
    ['without an extension', { name: '水务计划', bytes: plan }],
    ['with the type of an office suite', { name: '水务计划.txt', bytes: plan, mime: 'application/wps-office.txt' }],
    ['with a type that is wrong', { name: '水务计划.log', bytes: plan, mime: 'image/png' }],
  ])('is read by the content, %s', async (_, file) => {
    const { api, start } = await harness();
    await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.document(boss, file);
    expect((await api.received(boss))[0]?.text).toContain('120公里');
  });

  it('takes a double tap for one wish', async () => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.document(boss, { name: '水务计划.txt', bytes: plan });
    const [report] = await api.received(boss);
    const taps = [1, 2].map(() => api.tap(boss, report!, '启用'));
    for (const id of taps) await api.until('each tap', () => api.answers.callbacks.some((entry) => entry.id === id));
    await api.until('the note', () => report!.text.includes('已启用'));
    expect(library.version).toBe(2);
    expect(report!.text).toContain('已启用');
  });

  it('may call it off', async () => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.document(boss, { name: '水务计划.txt', bytes: plan });
    const [report] = await api.received(boss);
    api.tap(boss, report!, '取消');
    await api.until('the note', () => report!.text.includes('已取消'));
    api.tap(boss, report!, '启用');
    expect(library.list()).toHaveLength(1);
  });
});

describe('scenario 58: files that are refused', () => {
  it.each([
    ['25 MB', { name: 'plan.pdf', bytes: plan, size: 25 * 1024 * 1024 }, '20 MB'],
    ['an empty one', { name: 'plan.txt', bytes: new Uint8Array() }, '空'],
  ])('%s, before it is downloaded', async (_, file, word) => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.document(boss, file);
    expect((await api.received(boss))[0]?.text).toContain(word);
    expect(api.callsOf('getFile')).toEqual([]);
    expect(library.version).toBe(1);
  });

  it.each([
    ['an old Word file', { name: 'plan.docx', bytes: Buffer.from('d0cf11e0a1b11ae1'.repeat(8), 'hex') }, '另存为 docx'],
    [
      'a picture',
      { name: 'plan.txt', bytes: Buffer.from('89504e470d0a1a0a0000000d'.repeat(8), 'hex') },
      '不是文本文件',
    ],
  ])('%s, by its content, with the kinds that can be read', async (_, file, word) => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.document(boss, file);
    const [refusal] = await api.received(boss);
    expect(refusal!.text).toContain(word);
    expect(refusal!.text).toContain('txt、md、docx、pdf');
    expect(library.version).toBe(1);
  });

  it('a broken one, with the reason and without any change; the bot answers others meanwhile', async () => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1] });
    library.draftMs = 1500;
    const [boss, ann] = [api.world.user(1), api.world.user(11)];
    api.document(boss, { name: 'broken.pdf', bytes: Buffer.from('%PDF-1.7') });
    await api.until('the download', () => api.callsOf('getFile').length === 1);
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
    expect(api.to(boss)).toEqual([]);
    expect((await api.received(boss))[0]?.text).toMatch(/没有采用“broken\.pdf”[\s\S]*没有变化/);
    expect(library.version).toBe(1);
  });

  it('anybody else’s, politely', async () => {
    const { api, start } = await harness();
    await start({ adminIds: [1] });
    const ann = api.world.user(11);
    api.document(ann, { name: 'plan.txt', bytes: plan });
    expect((await api.received(ann))[0]?.text).toContain('管理员');
    expect(api.callsOf('getFile')).toEqual([]);
  });
});

describe('scenario 59: a file that cannot be had', () => {
  it('says so when Telegram refuses it, or its link has expired', async () => {
    const { api, lines, start } = await harness();
    await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.fault({ method: 'getFile', status: 400, description: 'Bad Request: file is too big' });
    api.document(boss, { name: 'a.txt', bytes: plan });
    expect((await api.received(boss))[0]?.text).toContain('太大');
    api.document(boss, { name: 'b.txt', bytes: plan, path: 'documents/../gone' });
    const [, expired] = await api.received(boss, 2);
    expect(expired!.text).toContain('失效');
    expect(`${lines.join('')}${expired!.text}`).not.toContain(api.token);
  });

  it('gives a transfer that stands still up in time, and answers in the same chat again', async () => {
    const { api, start } = await harness();
    const { library } = await start({ adminIds: [1], times: { downloadMs: 300 } });
    const boss = api.world.user(1);
    api.fault({ method: 'file', stall: true });
    api.document(boss, { name: 'a.txt', bytes: plan });
    api.say(boss, '新建污水管网多少公里？');
    const [givenUp, answer] = await api.received(boss, 2);
    expect(givenUp!.text).toMatch(/没有采用“a\.txt”：1秒内没有下载完，已放弃。[\s\S]*没有变化/);
    expect(answer!.text).toContain('80公里');
    expect(library.version).toBe(1);
  });

  it('reads a local server’s file inside its folder, and nothing outside, not through a link either', async () => {
    const { api, folder, start } = await harness();
    const root = path.join(folder, 'files');
    await mkdir(root);
    await writeFile(path.join(root, 'plan.txt'), plan);
    await writeFile(path.join(folder, 'secret.txt'), plan);
    await symlink(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'));
    await start({ adminIds: [1], localFilesRoot: root });
    const boss = api.world.user(1);
    const send = async (filePath: string, count: number) => {
      api.document(boss, { name: 'plan.txt', bytes: plan, path: filePath });
      return (await api.received(boss, count))[count - 1]!.text;
    };
    expect(await send(path.join(root, 'plan.txt'), 1)).toContain('120公里');
    expect(await send(path.join(folder, 'secret.txt'), 2)).toContain('不在允许的文件夹');
    expect(await send(path.join(root, '..', 'secret.txt'), 3)).toContain('不在允许的文件夹');
    expect(await send(path.join(root, 'link.txt'), 4)).toContain('不在允许的文件夹');
  });
});
