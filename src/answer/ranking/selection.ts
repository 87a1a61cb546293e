import { actionVerbPattern } from '../../figures/action-verbs.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import type { Candidate } from './rank.ts';
import { sameIndicator } from './same-indicator.ts';

/** Candidates this near to the best are meant as well as it. */
const asGood = 0.9;

/**
 * 「企业设备更新贷款贴息，单户贴息额多少」: where the question names two indicators of one sentence in full, the first
 * says of what and the later one is asked for.
 */
export function preferNamedPart(
  candidates: readonly Candidate[],
  folded: string,
  asked: string,
  unit: string | null = null,
): readonly Candidate[] {
  const best = candidates[0];
  if (!best) return candidates;
  const part =
    best.named < wholly
      ? partBehind(best, candidates, asked, unit)
      : candidates.find(
          (other) =>
            (other.named >= wholly || folded.includes(other.figure.indicator)) &&
            other.figure.passage === best.figure.passage &&
            other.figure.quantity.start > best.figure.quantity.start &&
            other.figure.aspect === best.figure.aspect &&
            other.figure.indicator.length >= shortestPart &&
            other.unitFit >= best.unitFit - 0.15 &&
            (endsWith(other, best, folded) ||
              !ngrams(other.figure.indicator).some((gram) => isPair(gram) && best.figure.indicator.includes(gram))),
        );
  return part ? [part, ...candidates.filter((other) => other !== part)] : candidates;
}

/**
 * 「支持企业参加的境外展会」 of 支持企业参加国内外展会45场次，其中境外展会12场次: the first tells of what, and what the question has
 * beyond it is the later one by its whole name.
 */
function partBehind(
  best: Candidate,
  candidates: readonly Candidate[],
  asked: string,
  unit: string | null,
): Candidate | undefined {
  if (asked === '') return undefined;
  return candidates.find(({ figure, named, unitFit }) => {
    const { indicator, passage, quantity, aspect } = figure;
    const name = indicator.replace(leadingVerb, '');
    const isPart = ofAskedUnit(quantity.unit, best.figure.quantity.unit, unit)
      ? named >= mostly || asked.includes(name)
      : (name.length >= shortestPart || (name.length === 2 && new RegExp(`(?:^|[,，、年])${name}`).test(asked))) &&
        (named >= wholly || asked.includes(name)) &&
        !best.figure.indicator.includes(name);
    return (
      isPart &&
      passage === best.figure.passage &&
      quantity.start > best.figure.quantity.start &&
      aspect === best.figure.aspect &&
      figure.period === best.figure.period &&
      unitFit >= best.unitFit
    );
  });
}
/** 「多少项次」 asks for the 互认1460万项次 of its sentence, not for the 互认项目213项. */
const ofAskedUnit = (own: string, best: string, asked: string | null): boolean =>
  asked !== null && !/^[个项]$/.test(asked) && own === asked && best !== asked;
const leadingVerb = new RegExp(`^(?:${actionVerbPattern})(?=..)`);

/** 「水权交易水量」 beside 水权交易 and 交易水量: the end of what is named is what is measured. */
const endsWith = ({ figure: part }: Candidate, { figure: whole }: Candidate, folded: string): boolean => {
  const at = folded.indexOf(part.indicator);
  const from = folded.indexOf(whole.indicator);
  return from >= 0 && at > from && at + part.indicator.length > from + whole.indicator.length;
};

const wholly = 0.99;
const mostly = 0.6;
const shortestPart = 3;

/** The candidates of the best one's indicator, whatever their period. */
export function meantWith(candidates: readonly Candidate[]): Candidate[] {
  const best = candidates[0];
  if (!best) return [];
  return candidates.filter(
    (other) =>
      other === best ||
      (other.unitFit > 0.3 && sameIndicator(other.figure, best.figure) && other.score >= 0.6 * best.score),
  );
}

/** The candidates as good as the best, of whatever indicator. */
export const asGoodAs = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(
    (other) => other.score >= asGood * (candidates[0]?.score ?? 0) && other.near >= 0.9 * (candidates[0]?.near ?? 0),
  );
