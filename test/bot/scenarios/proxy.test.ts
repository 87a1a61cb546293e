import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/bot/doctor.ts';
import { bypassesProxy } from '../../../src/bot/net/proxy.ts';
import { Transport } from '../../../src/bot/net/transport.ts';
import { harness, onEnd } from '../support/harness.ts';
import { blackHole, httpProxy, socksProxy } from '../support/proxies.ts';

const question = '新建污水管网多少公里？';

describe('scenario 9: a proxy fails', () => {
  const messageOf = async (proxy: string): Promise<string> => {
    const transport = new Transport({
      apiRoot: 'http://api.example.invalid',
      proxy,
      noProxy: '',
      connectTimeoutMs: 300,
    });
    onEnd(() => {
      transport.close();
    });
    return transport.request('http://api.example.invalid/bot1/getMe').then(
      () => 'it worked',
      (error: unknown) => String(error),
    );
  };

  it('has a message of its own for each way, naming the proxy without its password', async () => {
    const { api } = await harness();
    const closed = api.port;
    const denying = await httpProxy(closed, 'right');
    const silent = await blackHole();
    await api.stop();
    const messages = [
      await messageOf(`http://user:hush-hush@127.0.0.1:${closed}`),
      await messageOf(`http://user:hush-hush@127.0.0.1:${denying.port}`),
      await messageOf(`http://user:hush-hush@127.0.0.1:${silent.port}`),
      await messageOf('http://user:hush-hush@proxy.invalid:8080'),
      await messageOf(`socks5h://user:hush-hush@127.0.0.1:${closed}`),
      await messageOf(`socks5h://user:hush-hush@127.0.0.1:${silent.port}`),
    ];
    expect(messages[0]).toContain('拒绝连接');
    expect(messages[1]).toContain('407');
    expect(messages[2]).toContain('超时');
    expect(messages[3]).toContain('域名');
    expect(messages[4]).toContain('拒绝连接');
    expect(messages[5]).toContain('超时');
    expect(new Set(messages.slice(0, 4)).size).toBe(4);
    for (const message of messages) {
      expect(message).toMatch(/127\.0\.0\.1|proxy\.invalid/);
      expect(message).not.toContain('hush-hush');
    }
  });
});

describe('scenario 10: through a proxy', () => {
  it.each(['http', 'socks5h', 'socks5'] as const)(
    '%s: the proxy resolves the name, and nothing goes past it',
    async (kind) => {
      const { api, start } = await harness();
      const proxy = kind === 'http' ? await httpProxy(api.port, 'right') : await socksProxy(api.port);
      const login = kind === 'http' ? 'user:right@' : '';
      await start({
        apiRoot: 'http://bot-api.invalid',
        proxy: `${kind}://${login}127.0.0.1:${proxy.port}`,
      });
      const ann = api.world.user(11);
      api.say(ann, question);
      await api.received(ann);
      expect(proxy.asked.length).toBeGreaterThan(0);
      expect(proxy.asked.every((host) => host.startsWith('bot-api.invalid'))).toBe(true);
    },
  );

  it('is not used for what NO_PROXY names', async () => {
    const { api, start } = await harness();
    const proxy = await httpProxy(api.port);
    await start({ proxy: `http://127.0.0.1:${proxy.port}`, noProxy: 'example.org, localhost' });
    const ann = api.world.user(11);
    api.say(ann, question);
    await api.received(ann);
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    ['api.example.org', '443', 'example.org', true],
    ['api.example.org', '443', '.example.org', true],
    ['api.example.org', '443', '*.example.org:443', true],
    ['api.example.org', '443', 'example.org:80', false],
    ['badexample.org', '443', 'example.org', false],
    ['anything', '80', '*', true],
    ['anything', '80', '', false],
  ])('%s:%s with NO_PROXY=%s: %s', (host, port, list, expected) => {
    expect(bypassesProxy(host, port, list)).toBe(expected);
  });
});

describe('doctor', () => {
  it('finds everything good', async () => {
    const { api } = await harness();
    const findings = await diagnose({ token: api.token, apiRoot: api.root, proxy: null, noProxy: '', webhook: null });
    expect(findings.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(findings.map(({ name }) => name)).toEqual(['代理', '域名', '连接', '令牌', '权限', '推送']);
  });

  it('tells a wrong token, a dead server and a name that does not resolve apart', async () => {
    const { api } = await harness();
    const common = { proxy: null, noProxy: '', webhook: null };
    const wrong = await diagnose({ ...common, token: '1:wrong', apiRoot: api.root });
    expect(wrong.at(-1)).toMatchObject({ name: '令牌', state: 'bad' });
    const root = api.root;
    await api.stop();
    const dead = await diagnose({ ...common, token: api.token, apiRoot: root });
    expect(dead.at(-1)).toMatchObject({ name: '连接', state: 'bad' });
    expect(dead.at(-1)?.message).toContain('拒绝连接');
    const lost = await diagnose({ ...common, token: api.token, apiRoot: 'https://bot-api.invalid' });
    expect(lost.filter(({ state }) => state === 'bad').map(({ name }) => name)).toEqual(['域名', '连接']);
    expect(JSON.stringify([wrong, dead, lost])).not.toContain(api.token);
  });
});
