import pc from 'picocolors';
import { diagnose, type Finding } from '../bot/doctor.ts';
import type { Config } from '../config.ts';
import { checkFiles } from './check-files.ts';
import { openEnvironment, runCommand } from './environment.ts';
import { createProgram } from './program.ts';

const marks = { good: pc.green('✓'), warning: pc.yellow('!'), bad: pc.red('✗') } as const;
const noToken = '没有设置 BOT_TOKEN，没有检查与 Telegram 的连接。请在 .env 里填写从 @BotFather 得到的令牌。';

createProgram('doctor').description('检查模型、索引、代理、域名、连接、令牌和推送，并说明怎么办').parse();

await runCommand(async () => {
  const { config } = openEnvironment();
  const files = checkFiles(config);
  report(files);
  const telegram = await checkTelegram(config);
  report(telegram);
  if ([...files, ...telegram].some(({ state }) => state === 'bad')) process.exitCode = 1;
});

async function checkTelegram({ botToken, apiRoot, proxy, webhook }: Config): Promise<Finding[]> {
  if (botToken === null) return [{ name: '令牌', state: 'bad', message: noToken }];
  return diagnose({ token: botToken, apiRoot, proxy: proxy.url, noProxy: proxy.noProxy, webhook });
}

function report(findings: readonly Finding[]): void {
  for (const { name, state, message } of findings) console.log(`${marks[state]} ${name}：${message}`);
}
