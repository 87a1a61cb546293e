import { describe, expect, it } from 'vitest';
import { secretsOf } from '../../src/cli/secrets.ts';

describe('secretsOf', () => {
  it('gathers what no output may show, whatever it is called', () => {
    expect(
      secretsOf({
        BOT_TOKEN: ' 1:A ',
        WEBHOOK_SECRET: 's',
        all_proxy: 'socks5h://u:p%40ss@h:1',
        NO_PROXY: 'x',
        PORT: '1',
      }),
    ).toEqual(['1:A', 's', 'p%40ss', 'p@ss']);
  });

  it.each([
    ['u:se/c@ret@h:1', ['se/c@ret', 'se/c@ret']],
    ['http://u:100%@h:1', ['100%']],
    ['http://token@h:1', ['token', 'token']],
    ['http://u:@h:1', []],
    ['h:1', []],
  ])('finds the password even where the address is no URL: %s', (HTTPS_PROXY, expected) => {
    expect(secretsOf({ HTTPS_PROXY })).toEqual(expected);
  });
});
