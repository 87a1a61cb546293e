import { Command } from 'commander';
import pc from 'picocolors';

/** What commander says in English of a wrong call, and how this program says it. */
const faults: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/unknown option '(.+?)'/, (option) => `没有 ${option} 这个选项`],
  [/unknown command '(.+?)'/, (command) => `没有 ${command} 这个命令`],
  [/option '(.+?)' argument missing/, (option) => `选项 ${option} 后面缺少内容`],
  [/missing required argument '(.+?)'/, (argument) => `缺少 <${argument}>`],
  [/too many arguments/, () => '参数太多；含空格的内容请加引号'],
  [/option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+?)\./, (option, value, choices) => `选项 ${option} 的值“${value}”不对，应为 ${choices} 之一`], // prettier-ignore
];

/** A command whose help and faults are in Chinese. */
export function createProgram(name: string): Command {
  return new Command(name).helpOption('-h, --help', '显示说明').configureOutput({
    outputError: (text, write) => {
      write(`${pc.red(`${inChinese(text)}。用 --help 查看用法。`)}\n`);
    },
  });
}

function inChinese(text: string): string {
  for (const [pattern, say] of faults) {
    const match = pattern.exec(text);
    if (match) return say(...match.slice(1));
  }
  return text.replace(/^error: /, '').trim();
}
