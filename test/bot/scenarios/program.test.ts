import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeApi } from '../../fake-api/fake-api.ts';
import { certificate } from '../support/certificate.ts';
import { onEnd, pause } from '../support/harness.ts';
import { startProgram } from '../support/program.ts';

// The whole program with the real engine, against a Bot API server over real HTTP. Where a test waits for what the program
// waits for, it runs with shorter waits; `npmStart` is the program as people start it.

const question = '新建污水管网多少公里？';
/** A start takes two seconds; on a machine with more to do, longer. */
const startMs = 40_000;
let shared: string;
beforeAll(() => {
  shared = mkdtempSync(path.join(tmpdir(), 'workplan-program-'));
});
afterAll(() => {
  rmSync(shared, { recursive: true, force: true });
});

async function setUp() {
  const api = await FakeApi.start();
  onEnd(() => api.stop());
  const data = mkdtempSync(path.join(tmpdir(), 'workplan-data-'));
  onEnd(() => {
    rmSync(data, { recursive: true, force: true });
  });
  // The index is built once for all of these.
  const settings = { INDEX_DIR: path.join(shared, 'index') };
  const start = (more: Record<string, string> = {}) => startProgram(api, data, { ...settings, ...more });
  const npmStart = (more: Record<string, string> = {}) => startProgram(api, data, { ...settings, ...more }, null);
  return { api, data, start, npmStart };
}

/** A port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the real program', () => {
  it('answers in private, in a group and inline, and stops when told', async () => {
    const { api, npmStart } = await setUp();
    const program = npmStart();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    api.say(ann, question);
    expect((await api.received(ann, 1, startMs))[0]?.text).toMatch(/^80公里\n/);
    api.say(ann, `@plan_bot 封山育林多少亩？`, group);
    expect((await api.received(group))[0]?.text).toMatch(/^5万亩\n/);
    const id = api.inline(ann, '污水管网');
    const shown = await api.until('cards', () => api.answers.inline.find((entry) => entry.id === id));
    expect(shown.results[0]?.title).toContain('80公里');
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});

describe('reminders and progress in the real program', () => {
  it('records a report, sets a reminder, and sends it at once when asked', async () => {
    const { api, start } = await setUp();
    start({ ADMIN_IDS: '11' });
    const ann = api.world.user(11);
    api.say(ann, '/progress 新建污水管网 65公里');
    expect((await api.received(ann, 1, startMs))[0]?.text).toContain('新建污水管网 65/80公里');
    api.say(ann, '/remind 每周一 09:00 水环境');
    const preview = (await api.received(ann, 2))[1]!;
    expect(preview.text).toContain('时区：Asia/Shanghai');
    api.tap(ann, preview, '确认');
    await api.until('the confirmation', () => api.to(ann).some(({ text }) => text.startsWith('已设置提醒 1')));
    api.say(ann, '/reminders');
    const list = (await api.received(ann, 3))[2]!;
    expect(list.text).toContain('每周一 09:00');
  });
});

describe('scenario 2: a wrong token', () => {
  it('ends the program soon, with advice and without the token', async () => {
    const { start } = await setUp();
    const token = '987654321:AAwrongwrongwrongwrongwrongwrongwro';
    const program = start({ BOT_TOKEN: token });
    const code = await program.ended;
    expect(code).not.toBe(0);
    expect(program.output()).toContain('BotFather');
    expect(program.output()).not.toContain(token);
  });
});

describe('scenario 11: a certificate of one’s own', () => {
  it('is trusted when NODE_EXTRA_CA_CERTS names it', async () => {
    const { data, start } = await setUp();
    const api = await FakeApi.start({ tls: certificate, prefix: '/tg' });
    onEnd(() => api.stop());
    const file = path.join(data, 'ca.pem');
    writeFileSync(file, certificate.cert);
    start({ TELEGRAM_API_ROOT: `${api.root}/`, NODE_EXTRA_CA_CERTS: file });
    const ann = api.world.user(11);
    api.say(ann, question);
    expect((await api.received(ann, 1, startMs))[0]?.text).toContain('80公里');
  });
});

describe('scenario 14: no token, or one that is none', () => {
  it('is a setting’s fault before any call, or the terminal chat', async () => {
    const { api, npmStart } = await setUp();
    const wrong = npmStart({ BOT_TOKEN: 'my-token' });
    expect(await wrong.ended).not.toBe(0);
    expect(wrong.output()).toContain('BOT_TOKEN');
    expect(wrong.output()).not.toContain('my-token');
    expect(api.calls).toEqual([]);
    const chat = npmStart({ BOT_TOKEN: '' });
    chat.child.stdin?.end(`${question}\n`);
    expect(await chat.ended).toBe(0);
    expect(chat.output()).toContain('80公里');
    // A service without its token: no terminal, and nothing to read. It must not look like one that ended well.
    const service = npmStart({ BOT_TOKEN: '' });
    service.child.stdin?.end();
    expect(await service.ended).toBe(1);
    expect(service.output()).toMatch(/没有设置 BOT_TOKEN[\s\S]*请在 \.env 或环境变量里填写/);
    expect(service.output()).not.toContain('可以问');
    expect(api.calls).toEqual([]);
  });
});

describe('scenario 15: killed in the middle of a batch', () => {
  it('answers every question once after the next start, in order per chat', async () => {
    const { api, start } = await setUp();
    const people = [11, 12, 13].map((id) => api.world.user(id));
    const questions = [question, '封山育林多少亩？', '人工造林多少亩？'];
    // Slow sends, so that the kill falls between.
    api.fault({ method: 'sendMessage', delayMs: 150, times: 100 });
    const first = start();
    for (const text of questions) for (const user of people) api.say(user, text);
    await api.until('some answers', () => api.delivered.length >= 3, startMs);
    first.child.kill('SIGKILL');
    await first.ended;
    start();
    // Three messages may be two answers and a copy, long before the third answer.
    const isAnswered = (user: (typeof people)[number]) => api.to(user).some(({ text }) => text.startsWith('2万亩'));
    await api.until('every last answer', () => people.every(isAnswered), startMs);
    await pause(1000);
    for (const user of people) {
      const firsts = api.to(user).map(({ text }) => text.split('\n')[0]!);
      // The one that was being sent may have two copies; never more, and never out of order.
      expect(firsts.length).toBeLessThanOrEqual(4);
      expect(firsts.filter((text, index) => text !== firsts[index - 1])).toEqual(['80公里', '5万亩', '2万亩']);
    }
  });
});

describe('scenario 16: SIGTERM', () => {
  it('finishes what is under way, confirms the offset, and exits 0', async () => {
    const { api, start } = await setUp();
    const program = start();
    const ann = api.world.user(11);
    await api.until('a poll', () => api.queue.isPolled, startMs);
    api.fault({ method: 'sendMessage', delayMs: 700 });
    api.say(ann, question);
    await api.until('the call', () => api.callsOf('sendMessage').length === 1);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(api.to(ann)).toHaveLength(1);
    expect(api.queue.size).toBe(0);
    // That it was sent is on record: the next start sends no second copy.
    const again = start();
    await api.until('a poll of the next start', () => api.queue.isPolled, startMs);
    await pause(500);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(api.to(ann)).toHaveLength(1);
  });

  it('a second one ends it at once', async () => {
    const { api, start } = await setUp();
    const program = start();
    const ann = api.world.user(11);
    await api.until('a poll', () => api.queue.isPolled, startMs);
    api.fault({ method: 'sendMessage', stall: true });
    api.say(ann, question);
    await api.until('the call', () => api.callsOf('sendMessage').length === 1);
    program.child.kill('SIGTERM');
    await pause(100);
    const began = Date.now();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(130);
    expect(Date.now() - began).toBeLessThan(1000);
  });
});

describe('scenario 17: SIGTERM while the server is away', () => {
  it('exits within five seconds', async () => {
    const { api, start } = await setUp();
    const program = start();
    await api.until('a poll', () => api.queue.isPolled, startMs);
    await api.stop();
    await pause(300);
    const began = Date.now();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(5000);
  });
});

describe('webhook', () => {
  it('is set with its secret, takes updates at its path, and answers once', async () => {
    const { api, start } = await setUp();
    const port = await freePort();
    const program = start({
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      WEBHOOK_SECRET: 'a-secret-of-sixteen',
      PORT: String(port),
    });
    await api.until('the webhook', () => api.answers.webhook.url !== '', startMs);
    const ann = api.world.user(11);
    api.say(ann, question);
    expect((await api.received(ann))[0]?.text).toContain('80公里');
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await health.json()).toMatchObject({ isReady: true, mode: 'webhook' });
    const denied = await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', body: '{"update_id":1}' });
    expect(denied.status).toBe(401);
    expect(program.output()).not.toContain('a-secret-of-sixteen');
  });
});

describe('scenario 60: secrets', () => {
  it('stand in no line, whatever fails; what people write stands there only at debug level', async () => {
    const { api, data, start } = await setUp();
    const program = start({ LOG_LEVEL: 'info', ADMIN_IDS: '1', WEBHOOK_SECRET: 'a-secret-of-sixteen' });
    const boss = api.world.user(1);
    api.fault({ method: 'getMe', drop: 'before' });
    api.fault({ method: 'getUpdates', half: true });
    api.fault({ method: 'getUpdates', status: 502, body: '<html>' });
    api.fault({ method: 'getUpdates', drop: 'before' });
    api.fault({ method: 'sendMessage', drop: 'before' });
    api.fault({ method: 'getFile', drop: 'after' });
    api.say(boss, `${question} 机密词`);
    api.document(boss, { name: 'a.txt', bytes: Buffer.from('一、'.repeat(100)) });
    api.say(boss, '/status');
    await api.received(boss, 3, startMs);
    program.child.kill('SIGTERM');
    await program.ended;
    const written = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('sqlite'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
    const everything = [program.output(), ...written, ...api.delivered.map(({ text }) => text)].join('\n');
    expect(everything).not.toContain(api.token);
    expect(everything).not.toContain('a-secret-of-sixteen');
    expect(program.output()).not.toContain('机密词');
  });
});
