import type { PlainDocument } from '../documents/plain-document.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { Plan } from './plan.ts';

type Titled = Pick<Plan, 'title' | 'year' | 'document'>;

/** How a plan is named to people: its title, with the place where the title does not say whose it is, else its file name. */
export function planName({ title, place, document }: Pick<Plan, 'title' | 'place' | 'document'>): string {
  if (title === null) return document.name;
  return place !== null && isBareTitle(title) && !title.includes(place.short) ? place.full + title : title;
}

/** Whether one plan replaces another: the same title and year; a title that says nothing of whose it is needs the same issuer. */
export const isSameEdition = (a: Titled, b: Titled): boolean =>
  a.title !== null && a.title === b.title && a.year === b.year && hasSameIssuer(a, b);

/**
 * Whether a plan is another's next edition, as far as the titles tell: alike but for the year, and of a later one.
 * Without a title or a year nothing tells.
 */
export function isNextEdition(later: Titled, earlier: Titled): boolean {
  if (later.title === null || earlier.title === null || later.year === null || earlier.year === null) return false;
  return (
    later.year > earlier.year &&
    withoutYear(later.title) === withoutYear(earlier.title) &&
    hasSameIssuer(later, earlier)
  );
}

/** 「政府工作报告」 is every county's: whose it is stands in the line below. */
export const isBareTitle = (title: string): boolean => withoutYear(title).replace(general, '') === '';

const general =
  /政府|人民|工作|报告|要点|计划|总结|安排|方案|意见|任务|清单|分解|讲话|重点|年度|全[省市县区]|关于|印发|的|通知|和|[省市县区局委]/g;

const hasSameIssuer = (a: Titled, b: Titled): boolean =>
  !isBareTitle(a.title ?? '') || issuerOf(a.document) === issuerOf(b.document);

/** The first line below the title without what changes from year to year: 「在岚溪县第十八届人民代表大会第五次会议上」. */
function issuerOf({ text }: PlainDocument): string {
  const [, below = ''] = foldWidth(text.slice(0, issuerWithin))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => line !== '');
  return below.replace(/第[^第]{1,4}[届次]|20\d\d年?|\d{1,2}[月日]/g, '');
}

const issuerWithin = 600;

/** 「岚溪县2026年工作要点」 and 「岚溪县二〇二五年度工作要点」 are both 「岚溪县工作要点」. */
const withoutYear = (title: string): string =>
  foldWidth(title).replace(/(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?:年度?)?|[\s()《》]/g, '');
