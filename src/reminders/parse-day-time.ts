import { smallNumber, smallNumberPattern } from '../text/small-number.ts';
import type { Found } from './parse-day-rule.ts';
import { ReminderError } from './reminder-error.ts';
import type { DayTime } from './schedule.ts';

const part = '(凌晨|清晨|早上|早晨|早|上午|中午|午间|下午|傍晚|晚上|晚)?';
const number = `(${smallNumberPattern})`;
/** 9:00, 上午9点半, 下午三点一刻, 21时05分, 九点整. Only a bare 9 is none. */
const form = new RegExp(
  `${part}\\s*${number}\\s*(?:[:]\\s*([0-9]{2})|[点时](?:钟|整|(半)|([一三1-3])刻|${number}分?)?)`,
);

/** The time of day in a text; null where there is none. Throws `ReminderError` for impossible ones (25点, 9:75). */
export function parseDayTime(text: string): Found<DayTime> | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [whole, half, hourText = '', colon, isHalf, quarter, minuteText] = match;
  const spoken = smallNumber(hourText);
  const minute = minuteOf(colon ?? minuteText, isHalf !== undefined, quarter);
  const hour = spoken === null ? null : hourOf(spoken, half ?? '');
  if (hour === null || minute === null) {
    throw new ReminderError(`看不懂时间“${whole.trim()}”。例如：09:00、上午9点半、下午3点。`);
  }
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`.trim();
  return { value: { hour, minute }, rest };
}

function minuteOf(text: string | undefined, isHalf: boolean, quarter: string | undefined): number | null {
  if (isHalf) return 30;
  const minute =
    quarter === undefined ? (text === undefined ? 0 : smallNumber(text)) : (smallNumber(quarter) ?? 0) * 15;
  return minute !== null && minute <= 59 ? minute : null;
}

/** The hour of the day, 0 to 23; null for 25点, 上午15点, 晚上12点 (which day would that be?). */
function hourOf(spoken: number, part: string): number | null {
  if (spoken > 23) return null;
  if (part === '') return spoken;
  if (/凌晨|清晨|早|上午/.test(part)) return spoken <= 12 ? (part === '凌晨' && spoken === 12 ? 0 : spoken) : null;
  if (/中午|午间/.test(part))
    return spoken >= 11 && spoken <= 12 ? spoken : spoken >= 1 && spoken <= 2 ? spoken + 12 : null;
  if (spoken === 12) return part === '下午' ? 12 : null;
  return spoken >= 1 && spoken < 12 ? spoken + 12 : spoken > 12 ? spoken : null;
}
