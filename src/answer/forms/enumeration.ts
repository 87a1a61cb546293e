import type { Passage, Section } from '../../plan/plan.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { refuse, type Finding } from '../finding.ts';
import type { FormContext } from './context.ts';

/** A counted phrase of official language: 五大行动, 三个坚持, 六个百分百, “十大工程”. */
const counted =
  /([一二三四五六七八九十]{1,2})(大|个|项|对|张|条|种|类|不|化|区|链|先|稳|保|统一|确保|必须)?([\u4e00-\u9fff]{1,6})/g;

/** Answers 「五大行动是哪五个」 where the plan lists the parts; a phrase that it only mentions is refused. */
export function findEnumeration(context: FormContext): Finding | null {
  const { loaded, query } = context;
  const phrase = namedPhrase(query.folded, foldWidth(loaded.plan.document.text));
  if (phrase === null) return null;
  const mentions = loaded.plan.passages.filter((passage) => passage.text.includes(phrase.text));
  for (const passage of mentions) {
    const parts = partsWithin(passage.text, phrase.text, phrase.count);
    if (parts) return { kind: 'passage', passages: [passage], sections: [], figures: [] };
    const announced = announcedBy(loaded.plan.passages, passage, phrase.count);
    if (announced) return { kind: 'passage', passages: announced, sections: [], figures: [] };
    const following = partsFollowing(loaded.plan.passages, passage, phrase);
    if (following) return { kind: 'passage', passages: following, sections: [], figures: [] };
    const sections = partsBelow(loaded.plan.sections, passage, phrase.count);
    if (sections) return { kind: 'passage', passages: [passage], sections, figures: [] };
  }
  const headed = partsHeaded(loaded.plan.sections, phrase);
  if (headed) return { kind: 'passage', passages: [], sections: headed, figures: [] };
  const explained = explainedIn(context, phrase.text);
  if (explained.length > 0) return { kind: 'passage', passages: explained, sections: [], figures: [] };
  return mentions.length > 0 ? refuse('not-enumerated', [], mentions) : null;
}

/** What a glossary says below the phrase: 「2.“三城一枢纽”：指…」. */
function explainedIn({ loaded }: FormContext, phrase: string): readonly Passage[] {
  const entry = loaded.plan.sections.find(({ title }) => title.replace(/[“”"「」\s]/g, '') === phrase);
  return entry === undefined ? [] : loaded.plan.passages.filter(({ section }) => section === entry);
}

interface Phrase {
  readonly text: string;
  readonly count: number;
}

/** The longest counted phrase of the question that stands in the plan. */
function namedPhrase(folded: string, text: string): Phrase | null {
  const found: Phrase[] = [];
  for (const match of folded.matchAll(counted)) {
    const count = readChineseNumber(match[1] ?? '');
    if (count === null || count < 2) continue;
    for (let end = match[0].length; end >= 3; end -= 1) {
      const phrase = match[0].slice(0, end);
      if (text.includes(phrase) && !/^[一二三四五六七八九十]+[个项条]$/.test(phrase)) {
        found.push({ text: phrase, count });
        break;
      }
    }
  }
  return found.sort((a, b) => b.text.length - a.text.length)[0] ?? null;
}

/** The parts in the sentence itself: behind a colon or 即, or in quotation marks right before the phrase. */
function partsWithin(sentence: string, phrase: string, count: number): boolean {
  const at = sentence.indexOf(phrase);
  const behind = /^[”"」]?[\u4e00-\u9fff]{0,6}(?:,|，)?(?:[:：]|即|就是|包括|分别是)[:：]?(.+)/s.exec(
    sentence.slice(at + phrase.length),
  )?.[1];
  if (behind !== undefined && listLength(behind) >= count) return true;
  const before = /[“"「]([^“”"「」]+)[”"」]\s*$/.exec(sentence.slice(0, at).replace(/[“"「]$/, ''))?.[1];
  if (before !== undefined && listLength(before) >= count) return true;
  // 「实施学位扩容、质量提升、强师赋能、数字领航四大工程」
  const clause = /[^,，;；。]*$/.exec(sentence.slice(0, at))?.[0] ?? '';
  return clause.split(/[、和]/).length >= count;
}

const listLength = (text: string): number =>
  Math.max(
    text.split(/[;；]/).length,
    text.split(/[、]/).length,
    text.split(/[,，]/).length,
    text.split(/[、,，;；]/).length === 1 ? 1 : 0,
  );

/** 「要处理好三对关系：一是…；二是…；三是…」: what opens each of the measures behind the colon. */
function announcedBy(passages: readonly Passage[], passage: Passage, count: number): Passage[] | null {
  if (!/[:：]$/.test(passage.text)) return null;
  const parts: Passage[] = [];
  for (const next of passages.slice(passage.id + 1)) {
    if (next.section?.kind !== 'measure' || parts.length > count) break;
    if (parts.at(-1)?.section !== next.section) parts.push(next);
  }
  return parts.length === count ? [passage, ...parts] : null;
}

/** Sentences right behind that each begin with the phrase's last word: 坚持…。坚持…。坚持…。 */
function partsFollowing(passages: readonly Passage[], passage: Passage, { text, count }: Phrase): Passage[] | null {
  const head = text.slice(-2);
  const after = passages.slice(passage.id + 1, passage.id + 1 + count);
  return after.length === count && after.every((next) => next.text.startsWith(head)) ? [passage, ...after] : null;
}

/** The headings below the one that has the phrase: 「附件1 2026年十件民生实事」. */
function partsHeaded(sections: readonly Section[], { text, count }: Phrase): Section[] | null {
  const whole = sections.filter(({ title }) => title.includes(text));
  const parts = whole.map((parent) => sections.filter((section) => section.parent === parent));
  return parts.find(({ length }) => length === count) ?? null;
}

/** The headings below the passage's own section, where there are just as many. */
function partsBelow(sections: readonly Section[], passage: Passage, count: number): Section[] | null {
  const children = sections.filter((section) => section.parent === passage.section && section.start > passage.start);
  return children.length === count ? children : null;
}
