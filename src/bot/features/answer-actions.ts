import { actions, pagingRow, shorten } from '../answer-buttons.ts';
import { expired, type Acknowledge } from '../buttons.ts';
import { numberPart, packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../edit-or-say.ts';
import { figureCard, pathText, quoteLine, wholePassage } from '../figure-text.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { renderLines, renderPages } from '../render-answer.ts';
import type { RichText } from '../rich-text.ts';
import { sectionById, sectionLines } from '../section-list.ts';

/** The buttons under answers: 原文, 本节指标, a related figure, pages, 有用 and 有误. */
export function addAnswerActions(kit: Kit): void {
  const { buttons, library, audit } = kit;

  buttons.add(actions.passage, (ctx, [planId = '', ...rest], acknowledge) => {
    const loaded = library.get(planId);
    const passage = loaded?.plan.passages.find(({ id }) => id === numberPart(rest, 0));
    if (loaded === undefined || passage === undefined) {
      expired(acknowledge);
      return;
    }
    const shown = wholePassage(loaded.plan, passage);
    const path = pathText(passage.section);
    ctx.say(
      renderLines(
        [
          quoteLine(shown),
          {
            role: 'source',
            slots: [
              { kind: 'section', text: path === '' ? loaded.plan.document.name : path, plan: loaded.plan },
              ...(passage.page === null
                ? []
                : [{ kind: 'count', text: ` 第${passage.page}页`, count: passage.page } as const]),
            ],
          },
        ],
        'full',
      ),
    );
  });

  buttons.add(actions.section, (ctx, parts, acknowledge) => {
    const shown = sectionPage(kit, parts, acknowledge);
    if (shown !== undefined) ctx.say(shown.body, { keyboard: shown.keyboard });
  });

  buttons.add(actions.sectionPage, async (ctx, parts, acknowledge) => {
    const shown = sectionPage(kit, parts, acknowledge);
    if (shown !== undefined) await editOrSay(ctx, kit, shown.body, shown.keyboard);
  });

  buttons.add(actions.figure, (ctx, [planId = '', ...rest], acknowledge) => {
    if (!sayFigure(ctx, kit, planId, numberPart(rest, 0))) expired(acknowledge);
  });

  buttons.add(actions.page, async (ctx, parts, acknowledge) => {
    const auditId = numberPart(parts, 0) ?? -1;
    const number = numberPart(parts, 1) ?? -1;
    const page = audit.page(auditId, number);
    if (page === undefined) {
      expired(acknowledge);
      return;
    }
    const keyboard = pagingRow(number, page.pages, (next) => packData(actions.page, auditId, next));
    await editOrSay(ctx, kit, JSON.parse(page.body) as RichText, keyboard);
  });

  for (const [action, verdict] of [
    [actions.useful, 'useful'],
    [actions.wrong, 'wrong'],
  ] as const) {
    buttons.add(action, (ctx, parts, acknowledge) => {
      const auditId = numberPart(parts, 0) ?? -1;
      const { from } = ctx;
      if (from === undefined || audit.get(auditId) === undefined) {
        expired(acknowledge);
        return;
      }
      audit.judge(auditId, from.id, verdict, kit.now());
      acknowledge(verdict === 'useful' ? '谢谢，已记下。' : '谢谢，已转给管理员核对。');
    });
  }
}

/** Sends one figure's card. False where the plan or the figure is gone. */
export function sayFigure(ctx: BotContext, kit: Kit, planId: string, figureId: number | null): boolean {
  const loaded = kit.library.get(planId);
  const figure = loaded?.figures.find(({ id }) => id === figureId);
  if (loaded === undefined || figure === undefined) return false;
  const { quoteStyle } = kit.chats.settings(ctx.chat?.id ?? 0);
  const { section, passage } = figure;
  ctx.say(renderLines(figureCard({ plan: loaded.plan, figure }), quoteStyle), {
    keyboard: [
      [
        { text: '原文', data: packData(actions.passage, planId, passage.id) },
        ...(section === null ? [] : [{ text: '本节指标', data: packData(actions.section, planId, section.id, 0) }]),
      ],
    ],
  });
  return true;
}

/** One page of a section's figures. The parts are plan, section (`-` for the whole plan) and page. */
export function sectionPage(
  kit: Kit,
  [planId = '', sectionId = '', ...rest]: readonly string[],
  acknowledge: Acknowledge,
): { readonly body: RichText; readonly keyboard: Keyboard } | undefined {
  const loaded = kit.library.get(planId);
  const section = sectionId === '-' ? null : loaded && sectionById(loaded, Number(sectionId));
  const number = numberPart(rest, 0) ?? 0;
  if (loaded === undefined || section === undefined) {
    expired(acknowledge);
    return undefined;
  }
  const pages = renderPages(sectionLines(loaded, section));
  const body = pages[number];
  if (body === undefined) {
    expired(acknowledge);
    return undefined;
  }
  const paging = pagingRow(number, pages.length, (page) => packData(actions.sectionPage, planId, sectionId, page));
  const up =
    section?.parent === null || section === null
      ? []
      : [
          [
            {
              text: shorten(`上一级：${section.parent.title}`),
              data: packData(actions.section, planId, section.parent.id, 0),
            },
          ],
        ];
  return { body, keyboard: [...paging, ...up] };
}
