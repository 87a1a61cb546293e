import { readFileSync } from 'node:fs';
import path from 'node:path';
import dotenv from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfig, settingsSchema } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { repositoryFile } from './support/read-plan.ts';

const token = `123456789:${'A'.repeat(35)}`;

function faultOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('loadConfig', () => {
  it('needs no setting at all', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      botToken: null,
      apiRoot: 'https://api.telegram.org',
      webhook: null,
      host: null,
      port: null,
      adminIds: [],
      timeZone: 'Asia/Shanghai',
      logLevel: 'info',
    });
    expect(config.dataDirectory).toBe(repositoryFile('data'));
    expect(config.indexDirectory).toBe(repositoryFile('data/index'));
    expect(config.modelDirectory).toBe(repositoryFile('embeddings'));
    expect(config.seedsDirectory).toBe(repositoryFile('seeds'));
  });

  it('keeps the index, which may be deleted, in a folder of its own below DATA_DIR', () => {
    expect(loadConfig({ DATA_DIR: '/var/lib/workplan' }).indexDirectory).toBe('/var/lib/workplan/index');
    expect(loadConfig({ INDEX_DIR: 'elsewhere' }).indexDirectory).toBe(repositoryFile('elsewhere'));
  });

  it('takes an empty variable for none', () => {
    const empty = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, '']));
    expect(loadConfig(empty)).toEqual(loadConfig({}));
  });

  it('reads every setting', () => {
    expect(
      loadConfig({
        BOT_TOKEN: ` ${token} `,
        TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
        TELEGRAM_PROXY: 'socks5h://127.0.0.1:1080',
        ADMIN_IDS: '1, 2，3',
        ALLOWED_CHATS: '-1001234567890',
        LEAVE_FOREIGN_GROUPS: 'true',
        WEBHOOK_URL: 'https://bot.example.gov.cn/telegram/',
        WEBHOOK_SECRET: 'a'.repeat(32),
        HOST: '0.0.0.0',
        PORT: '8080',
        TIMEZONE: 'Asia/Urumqi',
        LOG_LEVEL: 'warn',
        LOG_RETENTION_DAYS: '30',
        DATA_DIR: '/var/lib/workplan',
        INDEX_DIR: '/var/cache/workplan',
      }),
    ).toMatchObject({
      botToken: token,
      apiRoot: 'http://127.0.0.1:8081',
      proxy: { url: 'socks5h://127.0.0.1:1080' },
      adminIds: [1, 2, 3],
      allowedChats: [-1_001_234_567_890],
      leavesForeignGroups: true,
      webhook: { url: 'https://bot.example.gov.cn/telegram', secret: 'a'.repeat(32) },
      host: '0.0.0.0',
      port: 8080,
      timeZone: 'Asia/Urumqi',
      logLevel: 'warn',
      logRetentionDays: 30,
      dataDirectory: '/var/lib/workplan',
      plansDirectory: path.join('/var/lib/workplan', 'plans'),
      databaseFile: path.join('/var/lib/workplan', 'workplan.sqlite'),
      indexDirectory: '/var/cache/workplan',
    });
  });

  it('takes the proxy of the system where Telegram has none of its own, in small letters too', () => {
    expect(loadConfig({ HTTPS_PROXY: 'http://a:1', ALL_PROXY: 'http://b:2' }).proxy.url).toBe('http://a:1');
    expect(loadConfig({ https_proxy: 'http://a:1', no_proxy: 'localhost' }).proxy).toEqual({
      url: 'http://a:1',
      noProxy: 'localhost',
    });
  });

  it('takes the system’s proxy where a copied .env leaves it empty', () => {
    expect(loadConfig({ HTTPS_PROXY: '', https_proxy: 'http://a:1' }).proxy.url).toBe('http://a:1');
  });

  it.each(['TELEGRAM_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'])('takes a bare host and port in %s for http', (name) => {
    expect(loadConfig({ [name]: '127.0.0.1:7890' }).proxy.url).toBe('http://127.0.0.1:7890');
  });

  it.each(['TELEGRAM_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'])('names %s where it is no proxy, with the cure', (name) => {
    for (const value of ['127.0.0.1', 'socks5://', 'ftp://a:1', 'http://u:100%@a:1', '主机:端口'])
      expect(faultOf({ [name]: value })).toMatch(new RegExp(`^[^\n]*\n  ${name}：应为代理的地址，例如 [^\n]*$`));
  });

  it('looks at the proxy alone that is used', () => {
    const proxies = { TELEGRAM_PROXY: 'socks5h://a:1', HTTPS_PROXY: 'ftp://b', ALL_PROXY: 'socks4://c:1' };
    expect(loadConfig(proxies).proxy.url).toBe('socks5h://a:1');
    expect(loadConfig({ HTTPS_PROXY: 'http://b:1', ALL_PROXY: 'socks4://c:1' }).proxy.url).toBe('http://b:1');
    expect(faultOf({ ALL_PROXY: 'socks4://c:1' })).toContain('ALL_PROXY：');
  });

  it('names all faults at once', () => {
    const message = faultOf({
      BOT_TOKEN: 'wrong',
      ADMIN_IDS: 'somebody',
      PORT: '99999',
      TIMEZONE: 'Mars/Base',
      LOG_LEVEL: 'loud',
      TELEGRAM_API_ROOT: 'ftp://example.com',
      WEBHOOK_URL: 'https://bot.example.gov.cn',
    });
    for (const name of [
      'BOT_TOKEN',
      'ADMIN_IDS',
      'PORT',
      'TIMEZONE',
      'LOG_LEVEL',
      'TELEGRAM_API_ROOT',
      'WEBHOOK_SECRET',
    ])
      // prettier-ignore
      expect(message).toContain(`  ${name}：`);
    expect(message.split('\n')).toHaveLength(8);
  });

  it('asks for the secret and the port of a webhook', () => {
    const message = faultOf({ WEBHOOK_URL: 'https://bot.example.gov.cn', PORT: '' });
    expect(message).toContain('WEBHOOK_SECRET：');
    expect(message).toContain('PORT：');
  });

  it.each([
    'LEAVE_FOREIGN_GROUPS',
    'LOG_RETENTION_DAYS',
    'PORT',
    'WEBHOOK_SECRET',
    'ALLOWED_CHATS',
    'TELEGRAM_PROXY',
    'HOST',
  ])('refuses nonsense in %s', (name) => {
    expect(faultOf({ [name]: 'nonsense!' })).toContain(`  ${name}：`);
  });

  it.each(['0', '65536', '-1', '8080.5', '80a'])('refuses the port %s', (port) => {
    expect(faultOf({ PORT: port })).toContain('PORT：');
  });

  it('never repeats a value, which may be a secret', () => {
    const names = fc.constantFrom(...Object.keys(settingsSchema.shape));
    const value = fc.string({ minLength: 12, maxLength: 40, unit: fc.constantFrom('q', 'Z', '7', '#', '{', '"', ':') });
    fc.assert(
      fc.property(names, value, (name, secret) => {
        try {
          loadConfig({ [name]: secret });
        } catch (error) {
          expect((error as Error).message).not.toContain(secret);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('speaks Chinese and says what to write instead', () => {
    for (const name of Object.keys(settingsSchema.shape)) {
      try {
        loadConfig({ [name]: '{"a":"b"}' });
      } catch (error) {
        expect((error as Error).message).toMatch(new RegExp(`  ${name}：[^A-Za-z]*[\\u4e00-\\u9fff]`));
      }
    }
  });
});

describe('.env.example', () => {
  const text = readFileSync(repositoryFile('.env.example'), 'utf8');

  it('has exactly the settings of the schema', () => {
    expect(Object.keys(dotenv.parse(text)).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  it('sets nothing when it is copied as it is', () => {
    expect(loadConfig(dotenv.parse(text))).toEqual(loadConfig({}));
  });

  it('explains each in Chinese right above', () => {
    const blocks = text.split(/\n\s*\n/);
    for (const name of Object.keys(settingsSchema.shape)) {
      const block = blocks.find((lines) => new RegExp(`^${name}=`, 'm').test(lines))!;
      expect(block, name).toMatch(/^#.*[\u4e00-\u9fff]/);
    }
  });
});
