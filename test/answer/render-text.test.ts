import { describe, expect, it } from 'vitest';
import { count, line, words } from '../../src/answer/compose/slots.ts';
import { lineText, renderText } from '../../src/answer/render-text.ts';

describe('renderText', () => {
  it('leads sources, quotations and items', () => {
    expect(
      renderText([
        line('headline', words('共'), count(2), words('项')),
        line('group', words('组')),
        line('item', words('甲')),
        line('detail', words('乙')),
        line('source', words('丙')),
        line('quote', words('丁')),
        line('note', words('戊')),
      ]),
    ).toBe('共2项\n组\n  甲\n乙\n出处：丙\n原文：丁\n戊');
  });

  it('gives nothing for no lines', () => {
    expect(renderText([])).toBe('');
  });

  it('takes a hard line break inside a sentence for layout', () => {
    expect(lineText(line('quote', words('新建污水\n  管网80\r\n公里。')))).toBe('新建污水管网80公里。');
  });
});
