import { explained } from '../explained.ts';
import { digestFor, type ProgressTools } from './digest.ts';
import { pictureBodies } from '../reminders/messages.ts';

/** /chart: a topic's targets with bars and lights, as pictures. */
export function addChart(tools: ProgressTools): void {
  tools.kit.commands.add({
    name: 'chart',
    aliases: ['图', '图表', '进度图'],
    description: '进度图，例如 /chart 水环境',
    audience: 'everybody',
    handle: (ctx, argument) =>
      explained(ctx, async () => {
        const digest = digestFor(tools, ctx.chat?.id ?? 0, argument === '' ? '全部' : argument);
        if (digest === null) {
          ctx.say(`计划里没有与“${argument}”对应的章节或指标目标。`);
          return;
        }
        for (const { body, file } of await pictureBodies(digest, null)) ctx.say(body, { file });
      }),
  });
}
