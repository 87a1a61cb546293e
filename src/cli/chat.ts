import { openEnvironment, runCommand } from './environment.ts';
import { runChat } from './run-chat.ts';

await runCommand(() => runChat(openEnvironment()));
