import { readChineseNumber } from '../../../text/chinese-number.ts';
import { foldWidth } from '../../../text/fold-width.ts';
import type { Section } from '../../../plan/plan.ts';
import { isPair, ngrams } from '../../../text/ngrams.ts';
import type { FormContext } from '../context.ts';
import { isTitleNamed, sectionsAbout } from '../passage-search.ts';

const ordinals = /第([一二三四五六七八九十\d]{1,3})(?:大)?(部分|章|项|条|点|节|块|方面|件)/g;

/** 「专栏3里」, 「附件里」 of a plan that has one: parts that are called by their label. */
function labelNamed({ loaded, query }: FormContext): Section | undefined {
  const label = /专栏[一二三四五六七八九十\d]{1,2}|附件\d{1,2}|附件(?=[里中内那的有]|清单|任务|一?共|总共)/.exec(
    query.folded,
  )?.[0];
  if (label === undefined) return undefined;
  const bare = (marker: string): string => foldWidth(marker).replace(/[\s:、.]/g, '');
  const [section, ...others] = loaded.plan.sections.filter(({ marker }) => bare(marker) === label);
  return others.length === 0 ? section : undefined;
}

/** 「附件3」 of a plan that has 附件1 and 附件2. */
const numberedAppendix = /附件\d{1,2}/;
const hasNumbered = ({ loaded }: FormContext): boolean =>
  loaded.plan.sections.some(({ kind, ordinal }) => kind === 'appendix' && ordinal !== null);

/** 「第二部分第三项」, 「第三条」, 「保障措施第二条」: sections by their numbers. */
export function sectionByOrdinal(context: FormContext, runs: readonly string[]): Section | null {
  const { loaded, query } = context;
  const labelled = labelNamed(context);
  if (labelled === undefined && numberedAppendix.test(context.query.folded) && hasNumbered(context)) return null;
  const steps = [...query.folded.matchAll(ordinals)].map(([, digits = '', unit]) => ({
    ordinal: /^\d+$/.test(digits) ? Number(digits) : readChineseNumber(digits),
    unit,
  }));
  const [first] = steps;
  if (!first) return labelled ?? null;
  const below = (parent: Section | null, ordinal: number | null): Section | undefined =>
    loaded.plan.sections.find((section) => section.parent === parent && section.ordinal === ordinal);
  // Only a part has its number in the whole; an item has it below a heading, which may be named.
  const whole = labelled !== undefined || first.unit === '部分' || first.unit === '章' || runs.length === 0;
  const named = whole
    ? undefined
    : sectionsAbout(context, runs).find(
        (found) => isTitleNamed(found) && below(found.section, first.ordinal) !== undefined,
      )?.section;
  let scope: Section | null = labelled ?? named ?? null;
  for (const { ordinal } of steps) {
    const next = below(scope, ordinal) ?? (scope === null ? itemNamed(context, ordinal) : undefined);
    if (!next) return null;
    scope = next;
  }
  return scope;
}

/** 「第六项任务（城市更新）」: the sixth item of whatever list whose heading the question names. */
const itemNamed = ({ loaded, query }: FormContext, ordinal: number | null): Section | undefined =>
  loaded.plan.sections.find(
    ({ title, ...section }) =>
      section.ordinal === ordinal &&
      ngrams(title).some((gram) => isPair(gram) && query.content.some((run) => run.length > 2 && run.includes(gram))),
  );
