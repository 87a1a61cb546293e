import { runBot } from './cli/run-bot.ts';
import { runChat } from './cli/run-chat.ts';
import { openEnvironment, runCommand } from './cli/environment.ts';

/** npm start: the Telegram bot with a token, the terminal chat without. */
await runCommand(async () => {
  const environment = openEnvironment({ quiet: false });
  if (environment.config.botToken === null) await runChat(openEnvironment());
  else await runBot(environment, environment.config.botToken);
});
