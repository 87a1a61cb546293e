import { ReminderError } from './reminder-error.ts';

/** What people here call a zone. */
const spoken: Readonly<Record<string, string>> = {
  北京时间: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  新疆时间: 'Asia/Urumqi',
  乌鲁木齐: 'Asia/Urumqi',
  香港: 'Asia/Hong_Kong',
  澳门: 'Asia/Macau',
  台北: 'Asia/Taipei',
};

/** The IANA zone that a text names. Throws `ReminderError` with examples where it names none. */
export function readTimeZone(text: string): string {
  const name = text.normalize('NFKC').trim();
  const known = spoken[name];
  if (known !== undefined) return known;
  // Bare offsets are refused: they know no daylight saving time.
  if (/^[A-Za-z]+(?:[_/+-][A-Za-z0-9_+-]+)*$/.test(name)) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    } catch (error) {
      throw unknownZone(text, error);
    }
  }
  throw unknownZone(text);
}

const unknownZone = (text: string, cause?: unknown): ReminderError =>
  new ReminderError(
    `不认识时区“${text}”。请写“北京时间”，或 IANA 名称，例如 Asia/Shanghai、Asia/Urumqi、Europe/Berlin。`,
    { cause },
  );
