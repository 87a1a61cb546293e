import type { PlanFigure } from '../../../answer/answer.ts';
import type { Figure } from '../../../figures/figure.ts';
import { dateIn } from '../../../calendar-date.ts';
import { matchTarget } from '../../../ledger/match-target.ts';
import { targetsOf, type Reporter } from '../../../ledger/ledger.ts';
import type { ReportText } from '../../../ledger/report-text.ts';
import { standingLine } from '../../../ledger/standing-line.ts';
import { joinLines, plain, type RichText } from '../../rich-text.ts';
import type { BotContext } from '../../context.ts';
import type { Kit } from '../../kit.ts';
import { isChatManager } from '../../chat-rights.ts';
import { figureText, pathText } from '../../figure-text.ts';
import type { ProgressTools } from './digest.ts';
import { renderStandings } from '../reminders/messages.ts';

/**
 * In whose name somebody may report; null for those who may not. PROGRESS_USERS and the program's administrators
 * report for everybody; a group's administrators, asked live, for their group.
 */
export async function reporterOf(
  ctx: BotContext,
  kit: Kit,
  progressUsers: readonly number[],
): Promise<Reporter | null> {
  const { from, chat } = ctx;
  const userId = from?.id ?? chat?.id ?? 0;
  const userName = [from?.first_name, from?.last_name].filter(Boolean).join(' ') || (chat?.title ?? '');
  if (kit.access.isAdmin(userId) || progressUsers.includes(userId)) return { userId, userName, chatId: null };
  if (chat === undefined || chat.type === 'private') return null;
  return (await isChatManager(ctx, kit)) ? { userId, userName, chatId: chat.id } : null;
}

export interface ReportReply {
  readonly body: RichText;
  /** Targets to choose from, where it is not clear which is meant. */
  readonly candidates: readonly PlanFigure[];
}

/** Records a report, or asks back, or says why not. Throws `ReminderError` where there is no plan. */
export function takeReport(tools: ProgressTools, report: ReportText, reporter: Reporter, chatId: number): ReportReply {
  const loaded = tools.reminders.planOf(chatId);
  const match = matchTarget(report.indicator, report.unit, targetsOf(loaded));
  switch (match.kind) {
    case 'one':
      return { body: record(tools, match.target, report, reporter, chatId), candidates: [] };
    case 'ambiguous':
      return { body: plain(`“${report.indicator}”有几项目标，您报的是哪一项？`), candidates: match.candidates };
    case 'other-unit':
      return { body: otherUnit(report, match.candidates), candidates: [] };
    case 'none':
      return {
        body: joinLines([
          plain(`计划里没有“${report.indicator}”的目标，没有记录。${match.nearest.length > 0 ? '相近的有：' : ''}`),
          ...match.nearest.map((target) => plain(`· ${describe(target)}`)),
        ]),
        candidates: [],
      };
  }
}

/** Why a report without the target's unit was not recorded, and how to write it. A unit is never guessed or converted. */
function otherUnit({ text, unit }: ReportText, candidates: readonly PlanFigure[]): RichText {
  if (unit === '') {
    return joinLines([
      plain(`没有记录：“${text}”没有写单位。请写上单位再报，例如：`),
      ...candidates.map((target) => {
        const scaled = /[0-9]$/.test(text) ? printedUnit(target.figure.quantity) : target.figure.quantity.unit;
        return plain(`/progress ${target.figure.indicator} ${text}${scaled}`);
      }),
    ]);
  }
  const example = candidates.slice(0, 1).map(({ figure: { indicator, quantity } }) => {
    return plain(`请换成计划里的单位再报，写法：/progress ${indicator} 数量${quantity.unit}`);
  });
  return joinLines([
    plain(`没有记录：单位对不上，您报的是“${unit}”，计划里的目标是：`),
    ...candidates.map((target) => plain(`· ${describe(target)}`)),
    ...example,
  ]);
}

/** A quantity's unit as the plan prints it, with its 万 or 亿: 公里 of 80公里, 万亩 of 5万亩. */
function printedUnit({ text, unit, unitElsewhere }: Figure['quantity']): string {
  if (unitElsewhere !== null) return unitElsewhere;
  const number = text.replace(/\s/g, '').slice(0, -unit.length);
  return `${/(?<=[0-9])[百千万亿]+$/.exec(number)?.[0] ?? ''}${unit}`;
}

/** Records a report on a target and says where it stands now. */
export function record(
  { kit, ledger, reminders }: ProgressTools,
  target: PlanFigure,
  report: ReportText,
  reporter: Reporter,
  chatId: number,
): RichText {
  const now = kit.now();
  ledger.record(target, report, reporter, now);
  const zone = reminders.zoneOf(chatId);
  const today = dateIn(zone, now);
  const standing = ledger
    .standings(reminders.planOf(chatId), chatId, today)
    .find((each) => each.target.figure.id === target.figure.id);
  return joinLines([
    plain('已记录（人工报送，不是文件里的数字）：'),
    ...(standing === undefined ? [] : [renderStandings([standingLine(standing, zone, today)])]),
    plain(`出处：${pathText(target.figure.section)}`),
    plain(`${reporter.chatId === null ? '对所有聊天有效' : '只在本群有效'}；报错了请再报一次，历史都会保留。`),
  ]);
}

/** 「新建污水管网 80公里（二、… › …）」 */
export const describe = (target: PlanFigure): string =>
  `${target.figure.indicator} ${figureText(target)}（${pathText(target.figure.section)}）`;
