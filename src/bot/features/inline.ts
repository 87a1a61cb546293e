import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { PlanFigure } from '../../answer/answer.ts';
import type { LoadedPlan } from '../../library/plan-library.ts';
import { planName } from '../../plan/plan-name.ts';
import type { Section } from '../../plan/plan.ts';
import type { NewAuditEntry, ShownFigure } from '../../storage/audit.ts';
import { shorten } from '../answer-buttons.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { figureCard, figureText, pathText, periodText } from '../figure-text.ts';
import { renderLines } from '../render-answer.ts';
import { plain, toEntities, type RichText } from '../rich-text.ts';
import { figuresWithin, listedSections, sectionLines } from '../section-list.ts';
import { splitMessage } from '../split-message.ts';

/** Telegram takes up to 50; fewer arrive sooner, and the rest comes while scrolling. */
const PER_PAGE = 20;
const MAX_QUERY = 256;
const CACHED = 500;
const ONE_QUESTION_MS = 10_000;
/** Seconds that Telegram may keep an answer. Under access control it is kept for that person only, and briefly. */
const CACHE_OPEN = 300;
const CACHE_RESTRICTED = 10;

interface Page {
  readonly results: readonly InlineQueryResultArticle[];
  readonly next: string;
}

const content = (body: RichText): InlineQueryResultArticle['input_message_content'] => {
  const [first = plain('（空）')] = splitMessage(body);
  const { text, entities } = toEntities(first);
  return { message_text: text, entities, link_preview_options: { is_disabled: true } };
};

function figureResult(shown: PlanFigure): InlineQueryResultArticle {
  const { plan, figure } = shown;
  return {
    type: 'article',
    id: `f:${plan.id}:${figure.id}`,
    title: shorten(`${figureText(shown)} ${figure.indicator}`, 60),
    description: [periodText(shown), pathText(figure.section)].filter((part) => part !== '').join(' · '),
    input_message_content: content(renderLines(figureCard(shown))),
  };
}

function sectionResult(loaded: LoadedPlan, section: Section): InlineQueryResultArticle {
  return {
    type: 'article',
    id: `s:${loaded.plan.id}:${section.id}`,
    title: shorten(`${section.marker}${section.title}`, 60),
    description: `${figuresWithin(loaded, section).length}项 · ${planName(loaded.plan)}`,
    input_message_content: content(renderLines(sectionLines(loaded, section))),
  };
}

const notice = (id: string, title: string, description: string): Page => ({
  results: [
    { type: 'article', id, title, description, input_message_content: { message_text: `${title}。${description}` } },
  ],
  next: '',
});

function shownFigure(kit: Kit, resultId: string): ShownFigure[] {
  const [kind, planId = '', figureId = ''] = resultId.split(':');
  if (kind !== 'f') return [];
  const quantity = kit.library.get(planId)?.figures.find(({ id }) => id === Number(figureId))?.quantity;
  return quantity === undefined ? [] : [{ planId, start: quantity.start, end: quantity.end }];
}

const inlineEntry = (at: number, userId: number, question: string, figures: readonly ShownFigure[]): NewAuditEntry => ({
  at,
  chatId: null,
  userId,
  surface: 'inline',
  question,
  status: figures.length > 0 || question === '' ? 'answered' : 'not_found',
  kind: 'list',
  planId: figures[0]?.planId ?? null,
  figures,
  ms: 0,
});

/** `@bot 词` in any chat: cards while typing, by words alone. */
export function inlineMode(kit: Kit): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const cache = new Map<string, Page>();
  const typed = new Map<number, { readonly at: number; readonly auditId: number }>();

  const build = (query: string, offset: number): Page => {
    const current = kit.library.current();
    if (current === undefined) return notice('loading', '计划正在载入', '请稍等片刻再试');
    const all =
      query === ''
        ? listedSections(current)
            .filter((section) => figuresWithin(current, section).length > 0)
            .slice(offset, offset + PER_PAGE + 1)
            .map((section) => sectionResult(current, section))
        : kit.engine.search(query, PER_PAGE + 1, offset).map(figureResult);
    if (all.length === 0 && offset === 0)
      return notice('none', `没有找到“${shorten(query, 30)}”`, '换个指标名试试，例如文件里的原词');
    return { results: all.slice(0, PER_PAGE), next: all.length > PER_PAGE ? String(offset + PER_PAGE) : '' };
  };

  /** Letter by letter one person types one question: only its last form stays on record. */
  const record = (userId: number, query: string, page: Page): void => {
    const at = kit.now();
    const former = typed.get(userId);
    if (former !== undefined && at - former.at < ONE_QUESTION_MS) kit.audit.remove(former.auditId);
    if (typed.size >= CACHED) typed.clear();
    const figures = page.results.flatMap(({ id }) => shownFigure(kit, id));
    typed.set(userId, { at, auditId: kit.audit.add(inlineEntry(at, userId, query, figures)) });
  };

  composer.on('inline_query', async (ctx) => {
    const query = ctx.inlineQuery.query.slice(0, MAX_QUERY).replace(/\s+/g, ' ').trim();
    const offset = /^\d{1,6}$/.test(ctx.inlineQuery.offset) ? Number(ctx.inlineQuery.offset) : 0;
    const key = `${kit.library.version}:${offset}:${query}`;
    const started = performance.now();
    let page = cache.get(key);
    if (page === undefined) {
      page = build(query, offset);
      if (cache.size >= CACHED) cache.clear();
      cache.set(key, page);
    }
    const isRestricted = kit.access.isRestricted;
    const isNotice = page.results[0]?.id === 'loading';
    await ctx.answerInlineQuery(page.results, {
      cache_time: isNotice ? 0 : isRestricted ? CACHE_RESTRICTED : CACHE_OPEN,
      is_personal: isRestricted,
      next_offset: page.next,
    });
    record(ctx.inlineQuery.from.id, query, page);
    kit.observer.question('inline', page.results.length > 0 ? 'answered' : 'not_found', performance.now() - started);
  });

  return composer;
}
