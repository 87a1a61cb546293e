import { foldWidth } from '../../text/fold-width.ts';
import type { Passage, Plan, Section } from '../../plan/plan.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { refuse, type Finding } from '../finding.ts';
import { hardship } from '../question/vocabulary.ts';
import { mayTell } from './asked-detail.ts';
import type { FormContext } from './context.ts';
import { nearestFigures } from './nearest.ts';
import { findEnumeration } from './enumeration.ts';
import { scopeRuns } from './scope/scope-runs.ts';
import { sectionByOrdinal } from './scope/section-by-ordinal.ts';
import { passagesAbout, sectionsAbout, type FoundPassage } from './passage-search.ts';
import { problemsPart } from './scope/problems-part.ts';

const mostPassages = 3;
const mostOfSection = 6;
const mostItems = 15;
const titleNamed = 0.7;
const passageScore = 0.4;
/** A further sentence has nearly as many of the question's words. */
const besideBest = 0.7;

/** The sentences that answer 「怎么做」, 「有哪些问题」, 「是什么」. */
export function findPassage(asked: FormContext): Finding {
  const context = withoutHowWords(asked);
  const enumerated = findEnumeration(context);
  if (enumerated) return enumerated;
  if (namesForeign(asked)) return refuse('unknown');
  const problems = problemPassages(context);
  if (problems) return problems;
  const counted = partByOrdinal(asked);
  if (counted) return counted;
  const section = sectionsAbout(context)[0];
  if (section && section.coverage >= titleNamed) {
    const passages = context.loaded.plan.passages.filter(
      (passage) => passage.start >= section.section.start && passage.start < section.section.bodyEnd,
    );
    const stating = passages.filter(({ text }) => statesRun(text, context.query.content));
    if (stating.length > 0) return { kind: 'passage', passages: stating, sections: [section.section], figures: [] };
    if (passages.length > 0)
      return {
        kind: 'passage',
        passages: passages.slice(0, atMost(context.loaded.plan, section.section)),
        sections: [section.section],
        figures: [],
      };
  }
  const found = passagesAbout(context, mostPassages);
  const best = found[0];
  if (best && best.score >= passageScore && !found.some(({ passage }) => mayTell(context.query.folded, passage)))
    return refuse('no-detail', [], [best.passage]);
  const accepted = found.filter(
    ({ score, coverage, passage }) =>
      mayTell(context.query.folded, passage) &&
      score >= passageScore &&
      score >= 0.75 * (best?.score ?? 0) &&
      coverage >= besideBest * (best?.coverage ?? 0),
  );
  if (accepted.length > 0)
    return {
      kind: 'passage',
      passages: accepted.map(({ passage }) => passage).sort(byPlace),
      sections: [],
      figures: [],
    };
  const paraphrased = meantPassage(context, found);
  if (paraphrased) return { kind: 'passage', passages: [paraphrased], sections: [], figures: [] };
  return refuse('unknown', nearestFigures(context));
}

/** All of the ten items of 「十件民生实事」; of a long part the beginning. */
function atMost({ sections }: Plan, section: Section): number {
  const items = sections.filter(({ parent }) => parent === section).length;
  return items > mostOfSection && items <= mostItems ? items + 1 : mostOfSection;
}

/** 「第二部分讲了什么」: the headings of a part with parts of its own, else its sentences; null where more is named. */
function partByOrdinal(context: FormContext): Finding | null {
  const runs = scopeRuns(context).filter((run) => !/^(?:主要|大致|具体)?(?:内容|意思|东西|方面)$/.test(run));
  const part = runs.length > 0 ? null : sectionByOrdinal(context, runs);
  if (!part) return null;
  const { sections, passages } = context.loaded.plan;
  const children = sections.filter(({ parent, kind }) => parent === part && kind === 'heading');
  if (children.length > 1) return { kind: 'passage', passages: [], sections: children, figures: [] };
  const within = passages.filter(({ start }) => start >= part.start && start < part.bodyEnd);
  return within.length === 0
    ? null
    : { kind: 'passage', passages: within.slice(0, mostOfSection), sections: [part], figures: [] };
}

/** 「“四好农村路”是什么」 of a plan that has no such name. */
function namesForeign({ query, loaded }: FormContext): boolean {
  const name = /[“"「]([^“”"「」]{3,12})[”"」](?:是|指|说|讲|包括|具体)/.exec(query.folded)?.[1];
  return name !== undefined && !foldWidth(loaded.plan.document.text).includes(name);
}

/** 「政府工作的总体要求是：」 says itself what is asked for, and the rest of its part does not. */
const statesRun = (text: string, content: readonly string[]): boolean =>
  content.some((run) =>
    ['是', '为', ':', '：'].some((mark) => /^总体|思想$|思路$|原则$|定位$/.test(run) && text.includes(run + mark)),
  );

/** 「怎么处理」, 「有啥办法」 ask how; they name nothing. */
const howWords = /^(?:处理|处置|办法|措施|做法|举措|政策|说法|打算|政府|管)$|(?:政府)?管不管/g;

function withoutHowWords(context: FormContext): FormContext {
  const content = context.query.content
    .flatMap((run) => run.replace(howWords, '|').split('|'))
    .filter((run) => run !== '');
  return content.length === 0 ? context : { ...context, query: { ...context.query, content } };
}

/** A paraphrase is taken where words and meaning agree on one sentence and no other is near. */
const meantCoverage = 0.25;
const meantSimilarity = 0.5;
const meantLead = 0.1;

/** 「老是排末位的怎么处理」: the sentence that is meant though it uses other words. */
function meantPassage({ query, meanings }: FormContext, found: readonly FoundPassage[]): Passage | undefined {
  const [best, next] = found;
  if (!best || !/怎么|如何|怎样|咋|办法|措施|处理/.test(query.folded)) return undefined;
  const nearest = Math.max(...meanings.passages.values());
  const similarity = meanings.passages.get(best.passage.id) ?? 0;
  const certain =
    best.coverage >= meantCoverage &&
    similarity >= meantSimilarity &&
    similarity === nearest &&
    sharesWord(query.content, best.passage.text) &&
    best.score >= (next?.score ?? 0) + meantLead;
  return certain ? best.passage : undefined;
}

/** Single characters (欠 of 欠薪) are no word in common. */
const sharesWord = (content: readonly string[], text: string): boolean =>
  content.some((run) => ngrams(run).some((gram) => isPair(gram) && text.includes(gram)));

const asksProblems = new RegExp(`问题|不足(?!\\d)|短板|${hardship}|挑战|薄弱|弱项|差距`);
const tellsProblems =
  /(?:看到|存在|面临|仍有|还有|不少|主要|突出).{0,16}(?:问题|不足|短板|困难|挑战|薄弱|差距)|(?:问题|不足|短板|困难)(?:和|与)(?:问题|不足|短板|困难|挑战)/;
/** 「我们也清醒看到，发展还面临不少问题」: the turn that every review makes. */
const admitsProblems = /(?:清醒|看到|认识到|正视).{0,24}(?:问题|不足|短板|困难|挑战|薄弱|差距)/;
const mostProblems = 8;

/** 「有哪些问题和不足」: the part of a review that every plan has, headed so or opened by such a sentence. */
function problemPassages({ loaded, query }: FormContext): Finding | null {
  if (!asksProblems.test(query.folded) || /怎么|如何|解决|整改/.test(query.folded)) return null;
  const { passages, sections } = loaded.plan;
  const headed = problemsPart(sections);
  if (headed) {
    const within = passages.filter(({ start }) => start >= headed.start && start < headed.bodyEnd);
    if (within.length > 0)
      return { kind: 'passage', passages: within.slice(0, mostProblems), sections: [headed], figures: [] };
  }
  const opening =
    passages.find(({ text }) => admitsProblems.test(text)) ?? passages.find(({ text }) => tellsProblems.test(text));
  if (!opening) return null;
  // Where the sentence only announces them, the measures behind it are the problems.
  const announced = /[:：]$/.test(opening.text) || opening.text.length < 60;
  const following = announced
    ? passages
        .slice(opening.id + 1, opening.id + mostProblems)
        .filter(({ section }) => section?.kind === 'measure' || section === opening.section)
    : [];
  return { kind: 'passage', passages: [opening, ...following], sections: [], figures: [] };
}

const byPlace = (a: Passage, b: Passage): number => a.id - b.id;
