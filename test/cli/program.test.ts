import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';

describe('--help', () => {
  it.each([
    ['../main', [], 'npm start -- [选项]'],
    ['doctor', [], 'npm run doctor -- [选项]'],
    ['chat', [], 'npm run chat -- [选项]'],
    ['ask', [], 'npm run ask -- [选项] [问题...]'],
    ['figures', [], 'npm run figures -- [选项]'],
    ['export', [], 'npm run export -- [选项]'],
    ['import', [], 'npm run import -- [选项] <文件...>'],
    ['plans', [], 'npm run plans -- [选项] [命令]'],
    ['plans', ['replace'], 'npm run plans -- replace [选项] <编号> <文件>'],
  ])('of %s %j is in Chinese, and nothing else is done', async (name, args, usage) => {
    const { code, stdout, stderr } = await runCommand(name, [...args, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`用法： ${usage}\n`);
    expect(stdout).toMatch(/ -h, --help +显示说明\n/);
    expect(stdout).not.toMatch(/Usage|Options|Arguments|Commands|default|choices|display|options|\[command/);
  });

  it('knows no other option where there is none', async () => {
    for (const name of ['../main', 'doctor']) {
      const { code, stderr } = await runCommand(name, ['--verbose']);
      expect(code).toBe(1);
      expect(stderr).toBe('没有 --verbose 这个选项。用 --help 查看用法。\n');
    }
  });
});
