import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { FakeApi } from '../../fake-api/fake-api.ts';
import { harness, onEnd, pause } from '../support/harness.ts';

describe('scenario 1: getMe drops the connection three times', () => {
  it('starts all the same, with one line per try and no token in any', async () => {
    const { api, lines, start } = await harness();
    api.fault({ method: 'getMe', drop: 'before', times: 3 });
    const began = Date.now();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
    expect(Date.now() - began).toBeLessThan(5000);
    expect(lines.filter((line) => line.includes('not connected'))).toHaveLength(3);
    expect(lines.join('')).not.toContain(api.token);
  });
});

describe('scenario 2: the token is refused', () => {
  it('ends at once with plain advice and without the token', async () => {
    const { api, start } = await harness();
    const { running } = await start({ token: '987654321:AAwrongwrongwrongwrongwrongwrongwro' });
    const error = await running.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain('BotFather');
    expect(String(error)).not.toContain('987654321:');
    expect(api.callsOf('getMe').length).toBeLessThan(2);
  });

  it('ends the same way when it is revoked while running', async () => {
    const { api, start } = await harness();
    const { running } = await start();
    await api.until('a poll', () => api.queue.isPolled);
    api.fault({ method: 'getUpdates', status: 401, description: 'Unauthorized' });
    await expect(running).rejects.toThrow('BotFather');
  });
});

describe('scenario 3: the server is away at the start', () => {
  it('stays up, is not ready, and works once the server is there', async () => {
    const { api, start } = await harness();
    const { port } = api;
    await api.stop();
    const { program } = await start({ apiRoot: `http://localhost:${port}` });
    await pause(300);
    expect(program.health().isReady).toBe(false);
    await api.listen(port);
    await api.until('readiness', () => program.health().isReady);
  });
});

describe('scenario 3: the server stays away', () => {
  it('is asked again every half minute at least, however often it failed, and a stop does not wait for that', async () => {
    const { api, lines, start } = await harness();
    api.fault({ method: 'getMe', drop: 'before', times: 5 });
    const bot = await start({ times: { retryMs: 3_600_000 } });
    await api.until('the next try', () => lines.some((line) => line.includes('"nextTryMs":30000')));
    const began = Date.now();
    await bot.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

describe('scenario 4: a gateway answers 502 in HTML', () => {
  it('is taken for a passing fault, for polls and for messages', async () => {
    const { api, lines, start } = await harness();
    api.fault({ method: 'getUpdates', status: 502, body: '<html><h1>502 Bad Gateway</h1></html>', times: 2 });
    api.fault({ method: 'sendMessage', status: 502, body: '<html>502</html>' });
    await start();
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    const answers = await api.received(ann);
    expect(answers[0]?.text).not.toMatch(/502|html|Error/i);
    expect(lines.join('')).not.toContain(api.token);
  });
});

describe('scenario 5: a cut answer', () => {
  it('loses no update when getUpdates is cut', async () => {
    const { api, start } = await harness();
    const ann = api.world.user(11);
    api.fault({ method: 'getUpdates', half: true });
    api.say(ann, '新建污水管网多少公里？');
    await start();
    await api.received(ann);
    await pause(200);
    expect(api.to(ann)).toHaveLength(1);
  });

  it('treats a cut answer to sendMessage as of unknown outcome: two copies at most', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    api.fault({ method: 'sendMessage', half: true, times: 5 });
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann, 2);
    await pause(400);
    expect(api.to(ann)).toHaveLength(2);
    expect(program.kit.outbox.counts().uncertain).toBe(1);
  });
});

describe('scenario 6: getUpdates is taken and never answered', () => {
  it('polls anew in time, again and again, without piling up sockets', async () => {
    const { api, start } = await harness();
    api.fault({ method: 'getUpdates', stall: true, times: 20 });
    const { program } = await start({ times: { pollSeconds: 0.05, graceSeconds: 0.05, longestRetryMs: 20 } });
    await api.until('20 polls', () => api.callsOf('getUpdates').length >= 20, 15_000);
    expect(api.sockets.size).toBeLessThan(6);
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
    expect(program.health().isReady).toBe(true);
  });
});

describe('scenario 7: a connection dies without a word', () => {
  it('is given up with its sockets, and nothing is lost', async () => {
    const { api, lines, start } = await harness();
    await start({ times: { pollSeconds: 0.3, graceSeconds: 0.3 } });
    await api.until('a poll', () => api.queue.isPolled);
    const before = new Set(api.sockets);
    api.fault({ method: 'getUpdates', stall: true });
    await api.until('a stalled poll', () => lines.some((line) => line.includes('connecting anew')));
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
    expect([...api.sockets].every((socket) => !before.has(socket))).toBe(true);
  });
});

describe('scenario 8: an outage', () => {
  it('polls again soon after the server is back, however long it was away', async () => {
    const { api, start } = await harness();
    const { port } = api;
    await start();
    await api.until('a poll', () => api.queue.isPolled);
    await api.stop();
    await pause(1500);
    const polls = api.callsOf('getUpdates').length;
    const back = Date.now();
    await api.listen(port);
    await api.until('a poll', () => api.callsOf('getUpdates').length > polls);
    expect(Date.now() - back).toBeLessThan(1000);
  });
});

describe('scenario 11: other roots', () => {
  it('works behind a path prefix', async () => {
    const { api, start } = await harness({ prefix: '/telegram/api' });
    await start();
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
  });

  it('says in one line what to do about a certificate of one’s own', async () => {
    const { certificate } = await import('../support/certificate.ts');
    const api = await FakeApi.start({ tls: certificate });
    onEnd(() => api.stop());
    const { lines, start } = await harness();
    await start({ apiRoot: api.root });
    await api.until('a failed try', () => lines.some((line) => line.includes('NODE_EXTRA_CA_CERTS')));
    expect(lines.join('')).not.toContain(api.token);
  });
});

describe('scenario 12: a webhook is still set', () => {
  it('is removed without dropping what waits', async () => {
    const { api, start } = await harness();
    api.queue.webhookActive = true;
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await start();
    await api.received(ann);
    expect(api.callsOf('deleteWebhook')[0]?.params).toMatchObject({ drop_pending_updates: false });
  });

  it('is removed as well when somebody sets it while the bot polls', async () => {
    const { api, start } = await harness();
    await start();
    await api.until('a poll', () => api.queue.isPolled);
    api.fault({
      method: 'getUpdates',
      status: 409,
      description: "Conflict: can't use getUpdates method while webhook is active",
    });
    await api.until('a second removal', () => api.callsOf('deleteWebhook').length >= 2);
  });
});

describe('scenario 13: another poller', () => {
  it('backs off, never polls twice at once, reports it, and recovers alone', async () => {
    const { api, lines, start } = await harness();
    const boss = api.world.user(1);
    api.world.private(boss);
    api.fault({
      method: 'getUpdates',
      status: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      times: 8,
    });
    await start({ adminIds: [1], times: { conflictAlertMs: 200 } });
    await api.until('an alert', () => lines.some((line) => line.includes('同一个令牌')));
    await api.received(boss);
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
    const own409 = lines.filter((line) => line.includes('terminated by other')).length;
    expect(own409).toBe(8);
  });
});
