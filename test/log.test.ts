import { HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { createLog, createRedactor } from '../src/log.ts';

const token = '123456789:AAFakeTokenForTestsOnly_abcdefghijklmn';
const password = 'p@ss"w/rd';

describe('createRedactor', () => {
  const redact = createRedactor([token, password, '']);

  it.each([
    token,
    `https://api.telegram.org/bot${token}/getMe`,
    encodeURIComponent(password),
    JSON.stringify({ password }),
    'http://user:secret@proxy.example:8080',
    'bot987654321:AAsomeOtherTokenThatNobodyRegistered0/getMe',
  ])('hides what is secret in %s', (text) => {
    const shown = redact(text);
    expect(shown).not.toMatch(/AAFake|AAsomeOther|p@ss|p%40ss|user:secret/);
    expect(shown).toContain('[已隐去]');
  });

  it('leaves other text alone', () => {
    const text = '新建污水管网80公里，https://example.org:8080/a?b=1，12:30';
    expect(redact(text)).toBe(text);
  });
});

// Scenario 60: an error that holds the token somewhere deep inside.
describe('createLog', () => {
  it('writes no secret, wherever it hides in an error', () => {
    const lines: string[] = [];
    const log = createLog({
      level: 'debug',
      secrets: [token, password],
      destination: { write: (line) => lines.push(line) },
    });
    const inner = new Error(`request to https://api.telegram.org/bot${token}/getMe failed`);
    log.error({ err: new HttpError("Network request for 'getMe' failed!", inner) }, 'failed');
    log.error({ err: new Error('outer', { cause: new Error(`proxy ${password}`) }), url: `/bot${token}/x` }, token);
    log.error({ nested: { deep: [{ token }] } }, 'nested');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).not.toContain('p@ss');
    expect(lines[0]).toContain('request to');
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('is silent below its level', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'warn', destination: { write: (line) => lines.push(line) } });
    log.info('nothing');
    log.warn('something');
    expect(lines).toHaveLength(1);
  });
});
