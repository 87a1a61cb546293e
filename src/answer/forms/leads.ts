import type { Span } from '../../documents/plain-document.ts';
import type { Passage, Plan, Section } from '../../plan/plan.ts';
import { gramSet, type GramSet } from '../ranking/profile.ts';

/**
 * A part of the text that no heading opens: 「稳楼市防风险。收购商品房…」, 「——枢纽地位更加突出。到2030年…」,
 * 「学前教育方面，新建幼儿园…」, or several in one paragraph. Its first words name what the rest of it is about.
 */
export interface Lead extends Span {
  readonly title: string;
  readonly grams: GramSet;
  readonly section: Section | null;
}

const longestLead = 22;
const decoration = /^(?:[—–\-•·●■◆*\s]+|[一二三四五六七八九十]+是|[五四三两]年来[，,])+/;
/** 「学前教育方面，」, 「在产业发展上，」: a sentence that turns to another field. */
const turn = /^(?:在)?([^，,。;；:：、\d]{2,14}?)(?:方面|领域|上)[，,:：]/;

const known = new WeakMap<Plan, readonly Lead[]>();

/** The leads of a plan, in document order. */
export function leadsOf(plan: Plan): readonly Lead[] {
  let leads = known.get(plan);
  if (!leads) {
    leads = plan.document.blocks.flatMap((block) => {
      if (block.kind !== 'text') return [];
      const within = plan.passages.filter(({ start, end }) => start >= block.start && end <= block.end);
      return [...openingLead(within), ...turningLeads(within), ...runInLeads(within)];
    });
    known.set(plan, leads);
  }
  return leads;
}

/** A short first sentence without a number is the title of its paragraph. */
function openingLead(within: readonly Passage[]): Lead[] {
  const [first] = within;
  const last = within.at(-1);
  if (!first || !last || first === last) return [];
  const title = first.text.replace(decoration, '').replace(/[。.！!：:*\s]+$/, '');
  if (title.length < 2 || title.length > longestLead || /\d|[，,]{2}/.test(title)) return [];
  return [lead(title, first.start, last.end, first.section)];
}

const longestRunIn = 14;
/** 「防灾减灾经受考验。有效应对…」: the leads of a long paragraph, each up to the next; one alone is a sentence. */
function runInLeads(within: readonly Passage[]): Lead[] {
  const opens = within.filter(
    ({ text }, index) =>
      index < within.length - 1 &&
      new RegExp(`^[\\u4e00-\\u9fff“”、]{4,${longestRunIn}}[。！]$`).test(text.replace(decoration, '')),
  );
  if (opens.length < 2) return [];
  const end = within.at(-1)?.end ?? 0;
  return opens.map((passage, index) =>
    lead(
      passage.text.replace(decoration, '').replace(/[。！]$/, ''),
      passage.start,
      opens[index + 1]?.start ?? end,
      passage.section,
    ),
  );
}

/** Each field goes on to the next one; the last has its sentence, as nothing tells where it ends. */
function turningLeads(within: readonly Passage[]): Lead[] {
  const turns = within.flatMap((passage) => {
    const title = turn.exec(passage.text.replace(decoration, ''))?.[1];
    return title === undefined ? [] : [{ title, passage }];
  });
  return turns.map(({ title, passage }, index) =>
    lead(title, passage.start, turns[index + 1]?.passage.start ?? passage.end, passage.section),
  );
}

const lead = (title: string, start: number, end: number, section: Section | null): Lead => ({
  title,
  grams: gramSet(title),
  start,
  end,
  section,
});
