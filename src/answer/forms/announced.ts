import type { Figure } from '../../figures/figure.ts';
import type { Passage } from '../../plan/plan.ts';
import type { FormContext } from './context.ts';
import { asksMainTargets } from './scope/main-targets.ts';

/** 「主要预期目标是：」, 「预期目标为…」. */
const opensTargets =
  /(?:预期|主要|总体|发展)(?:的)?(?:预期)?目标(?:建议|初步|拟)?(?:是|为|如下|确定为|安排如下)?\s*[:：]|(?:预期|主要)(?:的)?(?:预期)?目标(?:是|为)/;
/** 「十件民生实事」, 「八项重点任务」: a counted phrase that a plan announces its parts with. */
const countedPhrase = /[两二三四五六七八九十\d]{1,2}[件项个大]([\u4e00-\u9fff]{2,8})/;
const shortLine = 40;

/**
 * The figures of what a sentence announces with a colon, in the sentence or in the lines behind it: 「主要预期目标是：…」,
 * 「办好十件民生实事：1.…；2.…」.
 */
export function announcedFigures(context: FormContext, timely: readonly Figure[]): Figure[] {
  const opens = openingAsked(context);
  if (!opens) return [];
  const wantsExpected = context.query.folded.includes('预期');
  const found = context.loaded.plan.passages
    .filter(({ text }) => opens(text))
    .map((opening) => ({
      figures: figuresBehind(context, opening, timely),
      sameName: opening.text.includes('预期') === wantsExpected,
    }))
    .filter(({ figures }) => figures.length > 1);
  return (found.find(({ sameName }) => sameName) ?? found[0])?.figures ?? [];
}

/** What the sentence looks like that announces the things asked for. */
function openingAsked({ query }: FormContext): ((text: string) => boolean) | null {
  if (asksMainTargets.test(query.folded)) return (text) => opensTargets.test(text);
  const [phrase, things] = countedPhrase.exec(query.folded) ?? [];
  if (phrase === undefined || things === undefined) return null;
  const count = phrase.slice(0, phrase.length - things.length);
  return (text) => {
    // As much of the phrase as the plan has: the question goes on behind it.
    for (let length = things.length; length >= 2; length -= 1) {
      const at = text.indexOf(count + things.slice(0, length));
      if (at >= 0) return /^[^。;；]{0,12}[:：]/.test(text.slice(at + count.length + length));
    }
    return false;
  };
}

/** The sentence's own figures, else those of the paragraphs behind it, as long as each is short or has some. */
function figuresBehind({ loaded }: FormContext, opening: Passage, timely: readonly Figure[]): Figure[] {
  const own = timely.filter(({ passage }) => passage === opening);
  if (own.length > 1) return own;
  const { passages, document } = loaded.plan;
  const lines: Figure[] = [];
  for (const block of document.blocks) {
    if (block.start < opening.end || block.kind !== 'text') continue;
    const within = passages.filter(({ start, end }) => start >= block.start && end <= block.end);
    const figures = timely.filter(({ passage }) => within.includes(passage));
    // A paragraph behind a dash has a lead of its own: 「——实力更强。到2030年，…」.
    const dashed = /^[—-]/.test(document.text.slice(block.start));
    const belongs = within.every(
      ({ section }) =>
        section === opening.section ||
        // ① below 「办好10件民生实事：」
        (/[:：]$/.test(opening.text) && section?.kind === 'heading' && section.parent === opening.section) ||
        (dashed && section?.kind === 'measure' && section.parent === opening.section),
    );
    if (!belongs || (figures.length === 0 && block.end - block.start > shortLine)) break;
    lines.push(...figures);
  }
  return lines;
}
