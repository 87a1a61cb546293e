import { foldWidth } from '../../text/fold-width.ts';
import type { Passage } from '../../plan/plan.ts';
import type { Candidate } from '../ranking/rank.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import type { FormContext } from './context.ts';
import { passagesAbout } from './passage-search.ts';

/** A sentence that fits the question far better than the figure does, and holds no figure of it: a task without a number. */
export function statedWithoutNumber(
  context: FormContext,
  best: Candidate,
  ranked: readonly Candidate[],
): Passage | undefined {
  if (best.near >= mostlyNamed) return undefined;
  const alone = taskAlone(context, best, ranked);
  if (alone) return alone;
  const [found] = passagesAbout(context, 1);
  if (!found || found.passage.id === best.figure.passage.id || found.own < sentenceNamed) return undefined;
  // The same indicator of another time stands there, and nothing else that is named.
  const there = ranked.filter(({ figure }) => figure.passage === found.passage);
  const isSame = ({ figure }: Candidate): boolean => sameIndicator(figure, best.figure);
  if (there.some(isSame) && !there.some((other) => other.named >= wholly && !isSame(other))) return undefined;
  if (there.some(({ unitFit, near }) => unitFit >= surelyCounted && near >= mostlyNamed)) return undefined;
  return found.own >= best.coverage + clearLead ? found.passage : undefined;
}

/** 「完成30个行政村生活污水治理,消除农村黑臭水体」: what the question names has a clause of its own, and no number in it or behind it. */
function taskAlone({ query }: FormContext, best: Candidate, ranked: readonly Candidate[]): Passage | undefined {
  const { passage, clause } = best.figure;
  if (best.near >= barelyNamed) return undefined;
  const text = foldWidth(passage.text);
  const longNames = query.content.filter((run) => best.near < hardlyNamed || run.length >= longName);
  const named = [query.content.join(''), ...longNames].find(
    (words) => words.length >= tellingTask && text.includes(words),
  );
  const at = named === undefined ? -1 : text.indexOf(named);
  if (at < 0 || passage.start + at < clause.end) return undefined;
  const place = passage.start + at;
  const goesOn = ranked.some(
    ({ figure, unitFit, near }) =>
      figure.passage === passage &&
      figure.clause.end > place &&
      (figure.clause.start <= place || (unitFit >= surelyCounted && near > barelyTouched)),
  );
  return goesOn ? undefined : passage;
}

const mostlyNamed = 0.75;
const sentenceNamed = 0.6;
const clearLead = 0.25;
const wholly = 0.99;
const surelyCounted = 0.8;
const tellingTask = 4;
const hardlyNamed = 0.1;
/** 老街夜间消费集聚区 of 「…集聚区要投资多少」 */
const longName = 6;
const barelyTouched = 0.1;
const barelyNamed = 0.5;

/** 「沿湖高速总投资」 of a plan that has 沿湖高速, and no figure of it. */
export function standsElsewhere({ loaded }: FormContext, { figure }: Candidate, content: readonly string[]): boolean {
  const around = foldWidth(figure.passage.text + (figure.section?.path.join('') ?? ''));
  const text = foldWidth(loaded.plan.document.text);
  return content.some((run) => {
    if (run.length < shortestName) return false;
    const name = run.slice(0, shortestName);
    return text.includes(name) && !around.includes(name.slice(0, 2));
  });
}

const shortestName = 4;
