import { Command, Help, type Argument, type Option } from 'commander';
import pc from 'picocolors';
import stringWidth from 'string-width';

/** What commander says in English of a wrong call, and how this program says it. */
const faults: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/unknown option '(.+?)'/, (option) => `没有 ${option} 这个选项`],
  [/unknown command '(.+?)'/, (command) => `没有 ${command} 这个命令`],
  [/option '(.+?)' argument missing/, (option) => `选项 ${option} 后面缺少内容`],
  [/missing required argument '(.+?)'/, (argument) => `缺少 <${argument}>`],
  [/too many arguments/, () => '参数太多；含空格的内容请加引号'],
  [/option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+?)\./, (option, value, choices) => `选项 ${option} 的值“${value}”不对，应为 ${choices} 之一`], // prettier-ignore
];

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
const plainHelp = new Help();

/** A command whose help and faults are in Chinese. `name` is that of the npm script. */
export function createProgram(name: string): Command {
  return new Command(name)
    .helpOption('-h, --help', '显示说明')
    .configureHelp({
      // A Chinese character takes two cells.
      displayWidth: stringWidth,
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (command) => usageOf(command),
      subcommandTerm: (command) => inChineseTerms(plainHelp.subcommandTerm(command)),
      optionDescription: describe,
      argumentDescription: describe,
    })
    .configureOutput({
      outputError: (text, write) => {
        write(`${pc.red(`${inChinese(text)}。用 --help 查看用法。`)}\n`);
      },
    });
}

/** As it is typed: 「npm run plans -- replace [选项] <编号> <文件>」. */
function usageOf(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name());
  const [script = '', ...subcommands] = names;
  const call = script === 'start' ? 'npm start' : `npm run ${script}`;
  return [call, '--', ...subcommands, inChineseTerms(command.usage())].join(' ');
}

const inChineseTerms = (text: string): string => text.replace('[options]', '[选项]').replace('[command]', '[命令]');

/** Commander tells choices and defaults in English. */
function describe({ description, argChoices, defaultValue }: Option | Argument): string {
  const notes = [
    ...(argChoices === undefined ? [] : [`可选 ${argChoices.join('、')}`]),
    ...(typeof defaultValue === 'string' ? [`默认 ${defaultValue}`] : []),
  ];
  return notes.length === 0 ? description : `${description}（${notes.join('；')}）`;
}

function inChinese(text: string): string {
  for (const [pattern, say] of faults) {
    const match = pattern.exec(text);
    if (match) return say(...match.slice(1));
  }
  return text.replace(/^error: /, '').trim();
}
