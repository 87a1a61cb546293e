import { describe, expect, it } from 'vitest';
import { cardContent } from '../../src/export/card/card-content.ts';
import { cardWidth, layOutCard, type CardPage } from '../../src/export/card/card-layout.ts';
import { buildPlan, waterAndAir } from '../ledger/builders.ts';
import { digestWith } from './support.ts';

const measure = (text: string, size: number) =>
  Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? size : size * 0.6), 0);
const pagesOf = (digest: ReturnType<typeof digestWith>) => layOutCard(cardContent(digest), measure);
const texts = (page: CardPage) => page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('layOutCard', () => {
  it('shows figures, progress and remarks of every target', () => {
    const [page] = pagesOf(digestWith(waterAndAir(), '水环境', { 新建污水管网: ['65公里', 65] }));
    expect(texts(page!)).toEqual([
      '水环境 · 2025年第14周',
      '全市生态环境保护工作会议 · 2025年目标 · 截至4月1日',
      '1项',
      '2项',
      '二、攻坚战 › (二)实施水环境巩固提升行动',
      '新建污水管网',
      '65/80公里',
      '81% · 3月28日报',
      '污水处理厂提标改造',
      '目标5座',
      '未报进度 · 6月30日到期 · 市住建局',
      '城市生活污水集中收集率',
      '目标75%',
      '未报进度',
      '目标照录文件，进度为人工报送，竖线为时间进度',
    ]);
  });

  it('goes over pages when long, repeating the heading, and keeps all inside the picture', () => {
    const figures = Array.from({ length: 50 }, (_, index) => ({
      indicator: `${'很长的指标名称'.repeat((index % 5) + 1)}甲`,
    }));
    const pages = pagesOf(digestWith(buildPlan({ sections: [{ path: ['一、长'], figures }] }), '全部'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.height).toBeLessThanOrEqual(1600);
      expect(texts(page).some((text) => text.startsWith('一、长'))).toBe(true);
      for (const mark of page.marks) {
        const width = mark.kind === 'text' ? measure(mark.text, mark.size) : mark.width;
        expect(mark.x).toBeGreaterThanOrEqual(0);
        expect(mark.x + width).toBeLessThanOrEqual(cardWidth);
        expect(mark.y).toBeLessThanOrEqual(page.height);
      }
    }
    const names = pages.flatMap(texts).filter((text) => text.endsWith('甲'));
    expect(names).toHaveLength(40);
    expect(texts(pages.at(-1)!).at(-2)).toContain('其余10项未画出');
  });
});
