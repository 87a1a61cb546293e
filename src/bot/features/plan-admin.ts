import { PlanBotError } from '../../errors.ts';
import { planName } from '../../plan/plan-name.ts';
import { shorten } from '../answer-buttons.ts';
import { packData } from '../callback-data.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../edit-or-say.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { figureCount } from '../../library/plan-report.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';

const ACTION = 'P';

function overview(kit: Kit): RichText {
  const plans = kit.library.list();
  if (plans.length === 0) return plain('还没有计划文件。管理员把 txt、md、docx 或 pdf 发给我即可。');
  const current = kit.library.current()?.plan.id;
  return joinLines([
    bold(`计划（${plans.length}份）`),
    ...plans.map((loaded) => {
      const { plan } = loaded;
      const year = plan.year === null ? '年份未写明' : `${plan.year}年`;
      return plain(`${plan.id === current ? '▶ ' : '　'}${planName(plan)}（${year}，${figureCount(loaded)}项数字）`);
    }),
  ]);
}

/** Makes a plan the current one. */
export const useButton = (text: string, planId: string): Keyboard[number][number] => ({
  text: shorten(text),
  data: packData(ACTION, 'use', planId),
});

function keyboard(kit: Kit): Keyboard {
  const current = kit.library.current()?.plan.id;
  return kit.library.list().map(({ plan }) => {
    const name = shorten(plan.year === null ? planName(plan) : `${plan.year} ${planName(plan)}`, 12);
    return [
      ...(plan.id === current ? [] : [useButton(`改用 ${name}`, plan.id)]),
      { text: `撤下 ${name}`, data: packData(ACTION, 'ask', plan.id) },
    ];
  });
}

/** /plans: everybody sees them; administrators switch and withdraw, and replace by sending a new file. */
export function addPlanAdmin(kit: Kit): void {
  kit.commands.add({
    name: 'plans',
    aliases: ['计划', '来源'],
    description: '已有的计划文件',
    audience: 'everybody',
    handle: (ctx) => {
      const mayChange = kit.access.isAdmin(ctx.from?.id) && ctx.chat?.type === 'private';
      ctx.say(overview(kit), { keyboard: mayChange ? keyboard(kit) : [] });
    },
  });

  kit.buttons.add(ACTION, async (ctx, [what, planId = ''], acknowledge) => {
    if (!kit.access.isAdmin(ctx.from?.id)) {
      acknowledge('只有管理员可以这样做。');
      return;
    }
    const loaded = kit.library.get(planId);
    if (loaded === undefined) {
      acknowledge('这份计划已不在。');
    } else if (what === 'ask') {
      await editOrSay(ctx, kit, plain(`要撤下《${planName(loaded.plan)}》吗？撤下后不再用它回答。`), [
        [
          { text: '撤下', data: packData(ACTION, 'drop', planId) },
          { text: '保留', data: packData(ACTION, 'keep', planId) },
        ],
      ]);
      return;
    } else {
      try {
        if (what === 'use') kit.library.setCurrent(planId);
        if (what === 'drop') kit.library.withdraw(planId);
        if (what !== 'keep') kit.log.info({ planId, what, userId: ctx.from?.id }, 'plans changed');
      } catch (error) {
        if (!(error instanceof PlanBotError)) throw error;
        acknowledge(error.message);
      }
    }
    await editOrSay(ctx, kit, overview(kit), keyboard(kit));
  });
}
