import { describe, expect, it } from 'vitest';
import { isAdvertisement } from '../../src/plan/noise.ts';

describe('isAdvertisement', () => {
  it.each([
    '请点击👉 mbgs777 👈联系老师',
    '更多材料请添加微信：gongwen888',
    '扫码关注公众号获取更多范文',
    '关注我们的公众号，领取资料',
    '下载完整版请访问 www.example.com',
    'https://example.com/doc/1 点击查看',
    '客服QQ：123456，联系获取',
  ])('takes out “%s”', (line) => {
    expect(isAdvertisement(line)).toBe(true);
  });

  it.each([
    '开通微信公众号，及时发布信息，联系群众。',
    '推广“扫码入企”5000次。',
    '建成政务客服中心2个；办理热线3万件。',
    '联系电话：0731-88886666',
    '加强网站和微信公众号建设',
    '（一）联系服务群众',
    '完善下载中心建设，点击量达到100万次。',
    '',
  ])('keeps “%s”', (line) => {
    expect(isAdvertisement(line)).toBe(false);
  });

  it('keeps long official text that mentions a channel', () => {
    expect(isAdvertisement(`依托微信公众号平台，${'持续扩大政务公开覆盖面，'.repeat(8)}让群众扫码就能办事`)).toBe(
      false,
    );
  });
});
