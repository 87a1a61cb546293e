import { openEnvironment, runCommand } from '../../../src/cli/environment.ts';
import { runBot, type ProgramTimes } from '../../../src/cli/run-bot.ts';

// The bot as src/main.ts runs it, with the waits given as JSON in the first argument instead of its own.

await runCommand(async () => {
  const environment = openEnvironment({ quiet: false });
  await runBot(environment, environment.config.botToken!, JSON.parse(process.argv[2]!) as ProgramTimes);
});
