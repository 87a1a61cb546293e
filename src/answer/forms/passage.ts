import type { Passage } from '../../plan/plan.ts';
import { refuse, type Finding } from '../finding.ts';
import { rankFigures } from '../rank.ts';
import type { FormContext } from './context.ts';
import { findEnumeration } from './enumeration.ts';
import { passagesAbout, sectionsAbout } from './passage-search.ts';

const mostPassages = 3;
const mostOfSection = 6;
const titleNamed = 0.7;
const passageScore = 0.4;

/** The sentences that answer 「怎么做」, 「有哪些问题」, 「是什么」. */
export function findPassage(context: FormContext): Finding {
  const enumerated = findEnumeration(context);
  if (enumerated) return enumerated;
  const section = sectionsAbout(context)[0];
  if (section && section.coverage >= titleNamed) {
    const passages = context.loaded.plan.passages.filter(
      (passage) => passage.start >= section.section.start && passage.start < section.section.bodyEnd,
    );
    if (passages.length > 0)
      return { kind: 'passage', passages: passages.slice(0, mostOfSection), sections: [section.section], figures: [] };
  }
  const found = passagesAbout(context, mostPassages);
  const best = found[0];
  const accepted = found.filter(({ score }) => score >= passageScore && score >= 0.75 * (best?.score ?? 0));
  if (accepted.length > 0)
    return {
      kind: 'passage',
      passages: accepted.map(({ passage }) => passage).sort(byPlace),
      sections: [],
      figures: [],
    };
  return refuse(
    'unknown',
    rankFigures(context.loaded, context.query.content, null, context.meanings)
      .slice(0, 3)
      .map(({ figure }) => figure),
  );
}

const byPlace = (a: Passage, b: Passage): number => a.id - b.id;
