import { openEnvironment, runCommand } from './environment.ts';
import { createProgram } from './program.ts';
import { runChat } from './run-chat.ts';

const program = createProgram('chat')
  .description('终端问答')
  .option('--plan <文件>', '只读这一份文件（txt、md、docx、pdf），不动已保存的计划');
program.parse();
const options = program.opts<{ plan?: string }>();

await runCommand(() => runChat(openEnvironment(), options.plan));
