import type { LoadedPlan } from '../../library/plan-library.ts';
import { planName } from '../../plan/plan-name.ts';
import type { Passage, Plan } from '../../plan/plan.ts';
import type { Answer, AnswerKind, Derived, Line, PlanFigure, PlanPassage } from '../answer.ts';
import type { Finding, RefusalReason } from '../finding.ts';
import type { Query } from '../question/query.ts';
import { renderText } from '../render-text.ts';
import { compareLines, rankingLines } from './compare-lines.ts';
import { derive } from './derive.ts';
import { detailLinesOf, figureLines, relatedLines } from './figure-lines.ts';
import { ambiguousLines, filterLines, listLines, reverseLines } from './list-lines.ts';
import { besideLines, detailLines, passageLines } from './passage-lines.ts';
import { refusalLines } from './refusal-lines.ts';
import { line, words } from './slots.ts';

/** An answer without its time, which the engine adds. */
export type ComposedAnswer = Omit<Answer, 'ms'>;

interface Parts {
  readonly kind: AnswerKind;
  readonly lines: readonly Line[];
  readonly figures?: readonly PlanFigure[];
  readonly passages?: readonly PlanPassage[];
  readonly related?: readonly PlanFigure[];
  readonly derived?: readonly Derived[];
}

/** Puts what was found into words: the figure first, then what it is, where it stands, and the sentence itself. */
export function composeAnswer(loaded: LoadedPlan, query: Query, finding: Finding): ComposedAnswer {
  const { plan } = loaded;
  const placed = (figures: readonly PlanFigure['figure'][]): PlanFigure[] =>
    figures.map((figure) => ({ plan, figure }));
  const cited = (passages: readonly Passage[]): PlanPassage[] =>
    passages.map((passage) => ({ plan, passage, span: passage }));
  switch (finding.kind) {
    case 'figure': {
      const [first] = finding.figures;
      const lines = [
        ...finding.figures.flatMap((figure) => figureLines(plan, figure)),
        ...(first && finding.detail ? detailLinesOf(plan, first, finding.detail) : []),
        ...(finding.beside ?? []).flatMap((passage) => besideLines(plan, passage)),
        ...relatedLines(plan, finding.related),
      ];
      return answered({
        kind: 'figure',
        lines,
        figures: placed(finding.figures),
        passages: cited(finding.beside ?? []),
        related: placed(finding.related),
      });
    }
    case 'ambiguous':
      return answered({
        kind: 'ambiguous',
        lines: ambiguousLines(plan, finding),
        figures: placed(finding.figures),
      });
    case 'list': {
      const derived = finding.sum ? derive('sum', placed(finding.figures)) : null;
      return answered({
        kind: 'list',
        lines: listLines(plan, finding, derived),
        figures: placed(finding.figures),
        derived: derived ? [derived] : [],
      });
    }
    case 'filter':
      return answered({ kind: 'list', lines: filterLines(plan, finding.figures), figures: placed(finding.figures) });
    case 'compare': {
      const derived = derive(finding.by === 'share' ? 'share' : 'difference', placed(finding.figures));
      return answered({
        kind: 'compare',
        lines: compareLines(placed(finding.figures), derived),
        figures: placed(finding.figures),
        derived: derived ? [derived] : [],
      });
    }
    case 'ranking': {
      const all = placed(finding.figures);
      const derived = derive(finding.order, all);
      // Of a few things each is part of the answer; of many the one that leads.
      const leading = all.length > fewRanked ? all.filter((of) => isExtreme(of, finding)) : all;
      return answered({
        kind: 'compare',
        lines: rankingLines(all, derived),
        figures: leading,
        related: all.filter((of) => !leading.includes(of)),
        derived: derived ? [derived] : [],
      });
    }
    case 'reverse':
      return answered({
        kind: 'reverse',
        lines: reverseLines(plan, finding.figures),
        figures: placed(finding.figures),
      });
    case 'passage': {
      const passages = [
        ...cited(finding.passages),
        ...finding.sections.map((section) => headingPassage(loaded, section)),
      ];
      return answered({
        kind: 'passage',
        lines: passageLines(plan, finding),
        passages: passages.filter((passage) => passage !== null),
        related: placed(finding.figures),
      });
    }
    case 'detail':
      return answered({ kind: 'passage', lines: detailLines(plan, finding), passages: cited(finding.passages) });
    case 'refusal': {
      const related = finding.related.filter(({ role }) => role === 'figure');
      const lines = refusalLines(loaded, query, { ...finding, related });
      return {
        status: 'not_found',
        kind: refusalKinds[finding.reason] ?? 'refusal',
        lines,
        text: renderText(lines),
        figures: [],
        passages: cited(finding.passages),
        related: placed(related),
        derived: [],
      };
    }
  }
}

const fewRanked = 4;
const isExtreme = ({ figure }: PlanFigure, { figures, order }: Extract<Finding, { kind: 'ranking' }>): boolean => {
  const values = figures.map(({ quantity }) => quantity.value ?? 0);
  return figure.quantity.value === (order === 'highest' ? Math.max(...values) : Math.min(...values));
};

const refusalKinds: Partial<Record<RefusalReason, AnswerKind>> = {
  'not-a-question': 'chat',
  acknowledged: 'acknowledgement',
};

function answered({ kind, lines, figures = [], passages = [], related = [], derived = [] }: Parts): ComposedAnswer {
  return { status: 'answered', kind, lines, text: renderText(lines), figures, passages, related, derived };
}

/** A heading that is itself the answer, as a passage of its section. */
function headingPassage({ plan }: LoadedPlan, section: LoadedPlan['plan']['sections'][number]): PlanPassage | null {
  const first = plan.passages.find((passage) => passage.start >= section.start && passage.start < section.bodyEnd);
  return first === undefined
    ? null
    : {
        plan,
        passage: {
          ...first,
          section,
          text: plan.document.text.slice(section.start, section.end),
          start: section.start,
          end: section.end,
        },
        span: section,
      };
}

/** One figure by itself, as an answer: what an administrator pinned, or a link opens. */
export const composeFigure = (shown: PlanFigure): ComposedAnswer =>
  answered({ kind: 'figure', lines: figureLines(shown.plan, shown.figure), figures: [shown] });

/** One indicator in the plans of several years, with the difference of the first and the last. */
export function composeAcross(figures: readonly PlanFigure[]): ComposedAnswer {
  const ends = [figures[0], figures.at(-1)].filter((figure) => figure !== undefined);
  const derived = derive('difference', ends);
  return answered({
    kind: 'compare',
    lines: compareLines(figures, derived),
    figures,
    derived: derived ? [derived] : [],
  });
}

/** Adds which plan an answer comes from, where there are several. */
export function namingPlan(composed: ComposedAnswer, plan: Plan): ComposedAnswer {
  const lines = [...composed.lines, line('note', words('文件：'), { kind: 'section', text: planName(plan), plan })];
  return { ...composed, lines, text: renderText(lines) };
}

/** A refusal that no plan has part in. */
export function plainRefusal(text: string): ComposedAnswer {
  const lines = [line('headline', words(text))];
  return {
    status: 'not_found',
    kind: 'refusal',
    lines,
    text: renderText(lines),
    figures: [],
    passages: [],
    related: [],
    derived: [],
  };
}
