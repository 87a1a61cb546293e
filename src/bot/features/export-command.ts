import { exportPlan, type ExportFormat } from '../../export/export-plan.ts';
import { dateIn } from '../../calendar-date.ts';
import { explained } from './explained.ts';
import type { ProgressTools } from './progress/digest.ts';

const words: readonly (readonly [RegExp, ExportFormat])[] = [
  [/xlsx|excel|表格/i, 'xlsx'],
  [/csv/i, 'csv'],
  [/ics|日历|时限/i, 'ics'],
];
const all: readonly ExportFormat[] = ['xlsx', 'csv', 'ics'];

const captions: Readonly<Record<ExportFormat, string>> = {
  xlsx: '全部指标（Excel）',
  csv: '全部指标（CSV）',
  ics: '完成时限（日历）',
};

/** /export: all figures as xlsx and CSV, the deadlines as a calendar; or the one that is named. */
export function addExport({ kit, ledger, reminders }: ProgressTools): void {
  kit.commands.add({
    name: 'export',
    aliases: ['导出'],
    description: '导出全部指标（xlsx、csv）和时限（ics）',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      const chatId = ctx.chat?.id ?? 0;
      const named = words.filter(([pattern]) => pattern.test(argument)).map(([, format]) => format);
      if (argument !== '' && named.length === 0) {
        ctx.say('可以写：/export、/export xlsx、/export csv、/export ics。');
        return;
      }
      await explained(ctx, async () => {
        const loaded = reminders.planOf(chatId);
        const zone = reminders.zoneOf(chatId);
        const standings = ledger.standings(loaded, chatId, dateIn(zone, kit.now()));
        for (const format of named.length === 0 ? all : named) {
          const { name, bytes } = await exportPlan({ loaded, standings, zone, now: kit.now() }, format);
          ctx.say(captions[format], { file: { kind: 'document', name, bytes } });
        }
      });
    },
  });
}
