import { verifyLines } from '../../answer/verify.ts';
import type { CalendarDate } from '../../calendar-date.ts';
import { elapsedShare, type Light } from '../../ledger/light.ts';
import { remarkSlots, standingLine, valueSlots } from '../../ledger/standing-line.ts';
import { urgencyOf, type Standing } from '../../ledger/standing.ts';
import { digestHead, type Digest } from '../../reminders/digest.ts';

/** One target in a picture. */
export interface CardRow {
  readonly light: Light;
  readonly indicator: string;
  /** 「65/80公里」 */
  readonly value: string;
  /** 「81% · 3月28日报 · 市住建局」; empty where there is nothing to say. */
  readonly remark: string;
  readonly isUrgent: boolean;
  /** The bar's filled part, 0 to 1; null where a share means nothing. */
  readonly share: number | null;
  /** Where the bar should be by today, 0 to 1; null together with `share`. */
  readonly expected: number | null;
}

export interface CardGroup {
  readonly heading: string;
  readonly rows: readonly CardRow[];
}

/** The texts of a picture, before they are laid out. */
export interface CardContent {
  readonly title: string;
  readonly subtitle: string;
  readonly counts: readonly { readonly light: Light; readonly count: number }[];
  readonly groups: readonly CardGroup[];
  /** How many targets are left out, since they would fill too many pictures. */
  readonly omitted: number;
}

/** About five pictures; more at once are a flood. */
const rowsAtMost = 40;

const lights: readonly Light[] = ['red', 'yellow', 'green', 'none'];
/** Marks of the message's head that the font has no glyph for; the picture draws its own. */
const symbols = /[\p{Extended_Pictographic}\uFE0F]\s*/gu;

/** What a picture of a digest says; the same as the message, with bars. */
export function cardContent(digest: Digest): CardContent {
  const [title = '', subtitle = ''] = digestHead(digest, null).map(({ slots }) =>
    slots
      .map(({ text }) => text)
      .join('')
      .replace(symbols, ''),
  );
  const standings = digest.groups.flatMap((group) => group.standings);
  return {
    title,
    subtitle,
    counts: lights
      .map((light) => ({ light, count: standings.filter(({ judgement }) => judgement.light === light).length }))
      .filter(({ count }) => count > 0),
    groups: shownGroups(digest),
    omitted: Math.max(0, standings.length - rowsAtMost),
  };
}

/** The first targets in document order, by group. */
function shownGroups({ groups, zone, today }: Digest): readonly CardGroup[] {
  let left = rowsAtMost;
  return groups.flatMap(({ section, standings }) => {
    const shown = standings.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return [];
    const rows = shown.map((standing) => rowOf(standing, zone, today));
    return [{ heading: section?.path.join(' › ') ?? '正文开头', rows }];
  });
}

function rowOf(standing: Standing, zone: string, today: CalendarDate): CardRow {
  if (verifyLines([standingLine(standing, zone, today)]).length > 0) return passageRow(standing);
  const { target, judgement, share, deadline } = standing;
  const owner = target.figure.owner === null ? [] : [target.figure.owner.text];
  const start = `${target.plan.year ?? today.slice(0, 4)}-01-01`;
  return {
    light: judgement.light,
    indicator: target.figure.indicator,
    value: textOf(valueSlots(standing)),
    remark: [...remarkSlots(standing, zone, today).map(textOf), ...owner].join(' · '),
    isUrgent: urgencyOf(standing) !== null,
    share: share === null ? null : Math.min(1, Math.max(0, share)),
    expected: share === null ? null : elapsedShare({ start, deadline: deadline?.date ?? null, today }),
  };
}

/** In place of a figure that fails the figure contract: the passage it stands in. */
const passageRow = ({ target }: Standing): CardRow => ({
  light: 'none',
  indicator: target.figure.passage.text,
  value: '',
  remark: '',
  isUrgent: false,
  share: null,
  expected: null,
});

const textOf = (slots: readonly { readonly text: string }[]): string => slots.map(({ text }) => text).join('');
