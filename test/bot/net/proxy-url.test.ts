import { describe, expect, it } from 'vitest';
import { readProxyUrl } from '../../../src/bot/net/proxy-url.ts';

describe('readProxyUrl', () => {
  it.each([
    ['http://127.0.0.1:7890/', 'http://127.0.0.1:7890'],
    ['https://proxy.example.gov.cn', 'https://proxy.example.gov.cn'],
    ['socks5h://user:p%40ss@127.0.0.1:1080', 'socks5h://user:p%40ss@127.0.0.1:1080'],
    // What Linux desktops set.
    ['socks://127.0.0.1:1080/', 'socks://127.0.0.1:1080'],
    ['127.0.0.1:7890', 'http://127.0.0.1:7890'],
    ['localhost:7890', 'http://localhost:7890'],
    ['[::1]:7890/', 'http://[::1]:7890'],
    ['user:secret@proxy:3128', 'http://user:secret@proxy:3128'],
  ])('reads %s', (text, url) => {
    expect(readProxyUrl(text)).toBe(url);
  });

  it.each([
    ...['', 'proxy', '127.0.0.1', 'localhost:', 'host:99999', 'http://', 'socks5://', 'socks5://:1080'],
    ...['socks4://a:1', 'ftp://a:1', 'file:///etc/hosts', 'a b:80', 'http://user:100%@a:1', '主机:端口'],
  ])('knows that %j is none', (text) => {
    expect(readProxyUrl(text)).toBeNull();
  });
});
