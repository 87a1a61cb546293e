import type { Section } from '../../plan/plan.ts';
import { foldWidth } from '../../plan/fold-width.ts';
import type { FormContext } from './context.ts';

const shortestTitle = 4;
/** 「教育那部分」, 「人才队伍建设这块」 */
const pointedAt = /([\u4e00-\u9fff]{2,10}?)(?:工作)?(?:[这那]一?|方面)?(?:部分|板块|领域|块|章|方面)/;

/** A heading with its words as a question has them. */
interface Titled {
  readonly section: Section;
  readonly title: string;
}

const titlesOf = ({ loaded }: Pick<FormContext, 'loaded'>): Titled[] =>
  loaded.plan.sections
    .filter(({ kind }) => kind === 'heading')
    .map((section) => ({ section, title: foldWidth(section.title).replace(/^20\d\d年/, '') }));

/** The part whose heading the question has word for word; null where it has none. */
export function sectionSaid(context: Pick<FormContext, 'loaded' | 'query'>): Titled | null {
  const { folded } = context.query;
  const [whole] = titlesOf(context)
    .filter(({ title }) => title.length >= shortestTitle && folded.includes(title))
    .sort((a, b) => b.title.length - a.title.length);
  return whole ?? null;
}

/** The same, or the outermost part that the question points at by a word of its heading: 「教育那部分」. */
export function sectionInWords(context: Pick<FormContext, 'loaded' | 'query'>): Section | null {
  const said = sectionSaid(context);
  if (said) return said.section;
  const word = pointedAt.exec(context.query.folded)?.[1];
  const named = word === undefined ? [] : titlesOf(context).filter(({ title }) => title.includes(word));
  const level = Math.min(...named.map(({ section }) => section.level));
  const outermost = named.filter(({ section }) => section.level === level);
  return outermost.length === 1 ? (outermost[0]?.section ?? null) : null;
}
