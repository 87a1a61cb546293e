import { dateIn, dateParts, dayText } from '../../../calendar-date.ts';
import { targetsOf } from '../../../ledger/ledger.ts';
import { similarity } from '../../../ledger/match-target.ts';
import { lightSymbol } from '../../../ledger/standing-line.ts';
import { urgencyOf } from '../../../ledger/standing.ts';
import type { DigestGroup } from '../../../reminders/digest.ts';
import { bold, joinLines, plain, type RichText } from '../../rich-text.ts';
import type { ProgressTools } from './digest.ts';
import { describe } from './report.ts';

/** 「(二)实施水环境巩固提升行动：🔴1 ⚪3 逾期1项」 */
export function groupText({ section, standings }: DigestGroup): RichText {
  const lights = (['red', 'yellow', 'green', 'none'] as const).flatMap((light) => {
    const count = standings.filter(({ judgement }) => judgement.light === light).length;
    return count === 0 ? [] : [`${lightSymbol[light]}${count}`];
  });
  const urgent = (['overdue', 'soon'] as const).flatMap((urgency) => {
    const count = standings.filter((standing) => urgencyOf(standing) === urgency).length;
    return count === 0 ? [] : [`${urgency === 'overdue' ? '逾期' : '近期到期'}${count}项`];
  });
  return plain(
    `${section === null ? '正文开头' : `${section.marker}${section.title}`}：${[...lights, ...urgent].join(' ')}`,
  );
}

const historyAtMost = 20;

/** All reports on the target that a text names best, newest last. */
export function historyText({ ledger, reminders }: ProgressTools, chatId: number, indicator: string): RichText {
  const loaded = reminders.planOf(chatId);
  const ranked = targetsOf(loaded)
    .map((target) => ({ target, score: similarity(indicator, target.figure.indicator) }))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || best.score < 0.5) return plain(`计划里没有“${indicator}”的目标。`);
  const reports = ledger.history(loaded, best.target, chatId);
  if (reports.length === 0) return plain(`${describe(best.target)}\n还没有人报过进度。`);
  const zone = reminders.zoneOf(chatId);
  return joinLines([
    bold(describe(best.target)),
    ...reports.slice(-historyAtMost).map(({ at, text, note, userName }) => {
      const date = dateIn(zone, at);
      return plain(
        `· ${dateParts(date).year}年${dayText(date, dateParts(date).year)} ${text}，${userName}报${note === '' ? '' : `（${note}）`}`,
      );
    }),
  ]);
}
