import { parseDayRule } from './parse-day-rule.ts';
import { parseDayTime } from './parse-day-time.ts';
import type { DayRule, DayTime, HolidayPolicy } from './schedule.ts';

/** What `/remind` was given; what is missing is asked for by buttons. */
export interface ReminderText {
  readonly rule: DayRule | null;
  readonly time: DayTime | null;
  /** In the writer's words: 水环境; 全部 for the whole plan; null where none is left. */
  readonly topic: string | null;
  readonly holidays: HolidayPolicy;
  /** As a picture rather than as text. */
  readonly picture: boolean;
  /** Without a sound. */
  readonly silent: boolean;
}

const options: readonly (readonly [RegExp, Partial<ReminderText>])[] = [
  [/(?:节假日|假期|节日)(?:不发|不提醒|跳过|除外)|跳过节假日/, { holidays: 'skip' }],
  [/(?:节假日|假期|节日)(?:顺延|后移|推迟)(?:到?下一?个?工作日)?|顺延节假日/, { holidays: 'move' }],
  [/(?:节假日|假期|节日)照常/, { holidays: 'keep' }],
  [/(?:发|用|要)?图片(?:格式|形式)?|卡片/, { picture: true }],
  [/静音|免打扰|不响铃/, { silent: true }],
];
/** Words that say only that this is a reminder. */
const filler = /^(?:请|在|给我|提醒我?|发送?|推送|关于|的|有关|本群|大家)+|(?:的)?(?:提醒|推送|进度提醒)$/g;

/**
 * Reads 「每周一 09:00 水环境」「工作日上午9点半 土壤、固废 节假日跳过 图片」; the parts may stand in any order.
 * Throws `ReminderError` where a day or time is there but makes no sense (每月32日, 25点).
 */
export function parseReminder(input: string): ReminderText {
  let rest = input.normalize('NFKC').replace(/\s+/g, ' ').trim();
  let result: ReminderText = { rule: null, time: null, topic: null, holidays: 'keep', picture: false, silent: false };
  for (const [pattern, change] of options) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, ' ');
    result = { ...result, ...change };
  }
  const rule = parseDayRule(rest);
  if (rule !== null) rest = rule.rest;
  const time = parseDayTime(rest);
  if (time !== null) rest = time.rest;
  return { ...result, rule: rule?.value ?? null, time: time?.value ?? null, topic: topicOf(rest) };
}

function topicOf(text: string): string | null {
  const words = text
    .split(/[\s,;。]+/)
    .map((word) => word.replace(filler, ''))
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.join(' ');
}
