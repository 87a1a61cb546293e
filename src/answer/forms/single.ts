import type { Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { figuresIn } from './scope/section-figures.ts';
import { findOne } from './one-figure.ts';
import { sectionSaid } from './scope/section-in-words.ts';
import { findBothNamed, findSeveral, findSideBySide, isOwnAsk } from './several-figures.ts';

const pointsAt =
  /^[”"」]?(?:[这那]?一?[条项块章节]|[这那]?部分)?(?:里头?|中|当中|下面|[,，]|的?(?:任务量?|目标值?|数|指标)(?:分别|各))/;
const onlyAsks = /^(?:[条项块段]|都|要|安排|建|新建|改|改造|办|做|打造|培育|新增|创建|完成|发|发放)*$/;

/** 「“健全住房保障体系”这条，今年都安排了多少套、多少户」: a part by its heading, and nothing but asks: all its figures. */
function findBelowHeading({ loaded, query }: FormContext): Finding | null {
  const said = sectionSaid({ loaded, query });
  if (!said) return null;
  const behind = query.folded.slice(query.folded.indexOf(said.title) + said.title.length);
  const rest = query.content.filter((run) => !said.title.includes(run));
  if (!pointsAt.test(behind) || !rest.every((run) => onlyAsks.test(run))) return null;
  const figures = figuresIn(
    said.section,
    loaded.figures.filter((figure) => figure.role === 'figure' && fitsTime(figure, query.time, loaded.plan)),
  );
  return figures.length < 2 ? null : { kind: 'list', scope: said.section, figures, total: figures.length, sum: false };
}

/** The figure, or the few figures, that a question for a number means. */
export function findSingle(context: FormContext): Finding {
  const { query } = context;
  // 「“十四五”末到了多少，2020年是多少」: a year of its own makes an ask of its own.
  const asks = query.asks.filter(
    (ask, index, all) => isOwnAsk(ask, index, all) || (ask.number && /20\d\d年/.test(ask.text)),
  );
  if (asks.length >= 2) {
    const below = findBelowHeading(context);
    if (below) return below;
    const found = findSeveral(context, asks);
    if (found) return found;
  }
  if (/(?:分别|各)(?:是|有|为)?(?:多少|几)/.test(query.folded)) {
    const below = findBelowHeading(context);
    if (below) return below;
  }
  const side = findBothNamed(context) ?? findSideBySide(context);
  if (side) return side;
  return findOne(
    context,
    query.content,
    query.asks.find(({ unit, unitClass }) => unit !== null || unitClass !== null) ?? query.asks[0] ?? null,
  );
}
