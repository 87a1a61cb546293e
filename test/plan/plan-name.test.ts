import { describe, expect, it } from 'vitest';
import { isNextEdition, isSameEdition, planName } from '../../src/plan/plan-name.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlanText } from '../support/read-plan.ts';

const sample = await readPlanText('工作要点\n\n一、重点任务\n新建学校3所。\n');

describe('planName', () => {
  it('says whose report it is where the title does not', async () => {
    expect(planName(await reportOf('岚溪县', 2025, '四'))).toBe('岚溪县政府工作报告');
    expect(planName(await readPlanText('岚溪县2025年工作要点\n一、任务\n新建学校3所。'))).toBe('岚溪县2025年工作要点');
  });

  it('is the title alone of no place, and the file name without a title', async () => {
    expect(planName(sample)).toBe('工作要点');
    expect(planName(await readPlanText('一、任务\n新建学校3所。', '要点.txt'))).toBe('要点.txt');
  });
});

describe('editions', () => {
  it.each([
    ['岚溪县2026年工作要点', 2026, '岚溪县2025年工作要点', 2025, true],
    ['岚溪县二〇二六年度工作要点', 2026, '岚溪县 2025年工作要点', 2025, true],
    ['政府工作报告（2026年）', 2026, '政府工作报告', 2025, true],
    ['岚溪县2024年工作要点', 2024, '岚溪县2025年工作要点', 2025, false],
    ['岚溪县2025年工作要点', 2025, '岚溪县2025年工作要点', 2025, false],
    ['岚溪县卫生健康局2026年工作要点', 2026, '岚溪县2025年工作要点', 2025, false],
    [null, 2026, null, 2025, false],
    ['工作要点', 2026, '工作要点', null, false],
  ])('says whether %s (%s) is the next edition of %s (%s): %5$s', (title, year, earlier, earlierYear, expected) => {
    const { document } = sample;
    expect(isNextEdition({ title, year, document }, { title: earlier, year: earlierYear, document })).toBe(expected);
  });

  it('tells the reports of two counties apart by the line below their title', async () => {
    const [lanxi, corrected, other] = await Promise.all([
      reportOf('岚溪县', 2025, '四'),
      reportOf('岚溪县', 2025, '四'),
      reportOf('柘林县', 2025, '五'),
    ]);
    expect(lanxi.title).toBe(other.title);
    expect(isSameEdition(lanxi, corrected)).toBe(true);
    expect(isSameEdition(lanxi, other)).toBe(false);
    expect(isNextEdition(await reportOf('岚溪县', 2026, '五'), lanxi)).toBe(true);
    expect(isNextEdition(await reportOf('柘林县', 2026, '五'), lanxi)).toBe(false);
  });
});

function reportOf(place: string, year: number, session: string): Promise<Plan> {
  return readPlanText(
    `政府工作报告\n——${year}年1月8日在${place}第十八届人民代表大会第${session}次会议上\n一、${year}年目标\n新建学校3所。`,
  );
}
