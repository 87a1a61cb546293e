import type { Section } from '../../../plan/plan.ts';
import { foldWidth } from '../../../text/fold-width.ts';
import type { FormContext } from '../context.ts';

const shortestTitle = 4;
/** The lead of a paragraph, if it is this long: 「系统修复江河草原」. */
const tellingLead = 6;
/** 「教育那部分」, 「人才队伍建设这块」 */
const pointedAt = /([\u4e00-\u9fff]{2,10}?)(?:工作)?(?:[这那]一?|方面)?(?:部分|板块|领域|块|章|方面)/;

/** A heading with its words as a question has them. */
interface Titled {
  readonly section: Section;
  readonly title: string;
}

/** What the words of a question are held against. */
type Named = Pick<FormContext, 'loaded' | 'query'>;

const titlesOf = ({ loaded }: Named): Titled[] =>
  loaded.plan.sections
    .filter(({ kind }) => kind === 'heading')
    .map((section) => ({ section, title: foldWidth(section.title).replace(/^20\d\d年/, '') }));

/** The part whose heading the question has word for word; null where it has none. */
export function sectionSaid(context: Named): Titled | null {
  const { folded } = context.query;
  const leads = context.loaded.plan.sections
    .filter(({ kind, title }) => kind === 'measure' && title.length >= tellingLead)
    .map((section) => ({ section, title: foldWidth(section.title) }));
  const [whole] = [...titlesOf(context), ...leads]
    .filter(({ title }) => title.length >= shortestTitle && folded.includes(title))
    .sort((a, b) => b.title.length - a.title.length);
  return whole ?? null;
}

/** The same, or the outermost part that the question points at by a word of its heading: 「教育那部分」. */
export function sectionInWords(context: Named): Section | null {
  const said = sectionSaid(context);
  if (said) return said.section;
  const word = pointedAt.exec(context.query.folded)?.[1];
  const named = word === undefined ? [] : titlesOf(context).filter(({ title }) => title.includes(word));
  const level = Math.min(...named.map(({ section }) => section.level));
  const outermost = named.filter(({ section }) => section.level === level);
  return onlyOne(outermost.map(({ section }) => section));
}

/**
 * 「民生实事里“一老一小”那项」: the one heading that has what the question puts in quotation marks; of 「“一老一小”里讲“老的”那部分」 the
 * one that has the second below one that has the first.
 */
export function quotedTitle({ loaded, query }: Named): Section | null {
  const [words, inner] = [...query.folded.matchAll(/[“"「]([^“”"「」]{2,12})[”"」]/g)].map(([, quoted = '']) => quoted);
  // “十五五” names years, not a part.
  if (words === undefined || /^十[二三四五六]五/.test(words)) return null;
  const { sections } = loaded.plan;
  if (inner !== undefined) {
    const within = onlyOne(
      sections.filter(({ title, parent }) => title.includes(inner) && parent?.path.at(-1)?.includes(words) === true),
    );
    if (within) return within;
  }
  return onlyOne(sections.filter(({ title }) => title.includes(words)));
}

/** 「学前教育今年都定了哪些数」: the one heading that begins with the words, of those that may be meant. */
export function headingBeginning(
  { loaded }: Named,
  [run = '']: readonly string[],
  mayBeMeant: (section: Section) => boolean,
): Section | null {
  if (run.length < tellingRun) return null;
  return onlyOne(
    loaded.plan.sections.filter(
      (section) => section.kind === 'heading' && section.title.startsWith(run) && mayBeMeant(section),
    ),
  );
}

const tellingRun = 4;
const onlyOne = (found: readonly Section[]): Section | null => (found.length === 1 ? (found[0] ?? null) : null);
