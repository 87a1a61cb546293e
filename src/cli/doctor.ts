import pc from 'picocolors';
import { diagnose } from '../bot/doctor.ts';
import { ConfigError } from '../errors.ts';
import { openEnvironment, runCommand } from './environment.ts';

const marks = { good: pc.green('✓'), warning: pc.yellow('!'), bad: pc.red('✗') } as const;

/** Tests proxy, name resolution, connection, token and webhook, and says what to do. */
await runCommand(async () => {
  const { config } = openEnvironment();
  if (config.botToken === null) throw new ConfigError('没有设置 BOT_TOKEN。请在 .env 里填写从 @BotFather 得到的令牌。');
  const findings = await diagnose({
    token: config.botToken,
    apiRoot: config.apiRoot,
    proxy: config.proxy.url,
    noProxy: config.proxy.noProxy,
    webhook: config.webhook,
  });
  for (const { name, state, message } of findings) console.log(`${marks[state]} ${name}：${message}`);
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
});
