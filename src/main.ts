import { openEnvironment, runCommand } from './cli/environment.ts';
import { hasInput } from './cli/has-input.ts';
import { createProgram } from './cli/program.ts';
import { runBot } from './cli/run-bot.ts';
import { runChat } from './cli/run-chat.ts';
import { ConfigError } from './errors.ts';

createProgram('start').description('设了 BOT_TOKEN 时运行 Telegram 机器人，没有设时打开终端问答').parse();

await runCommand(async () => {
  const environment = openEnvironment({ quiet: false });
  if (environment.config.botToken !== null) {
    await runBot(environment, environment.config.botToken);
    return;
  }
  if (!process.stdin.isTTY) await requireInput();
  await runChat(openEnvironment());
});

/** A service without its token must not look like a chat that has ended well. */
async function requireInput(): Promise<void> {
  console.error('没有设置 BOT_TOKEN，机器人没有启动；这里也不是终端，改从标准输入读问题，一行一个。');
  if (await hasInput(process.stdin)) return;
  throw new ConfigError(
    '标准输入里没有问题，程序结束。要运行机器人，请在 .env 或环境变量里填写从 @BotFather 得到的 BOT_TOKEN；要问答，请在终端里运行 npm start。',
  );
}
