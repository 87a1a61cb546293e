import type { PlainDocument } from '../documents/plain-document.ts';
import { foldWidth } from '../text/fold-width.ts';

const zone = '(?:高新技术产业|经济技术|经济)开发区';
const kinds = `自治州|自治县|省|市|州|盟|县|区|旗|镇|乡|${zone}`;
/** What the name of a place stands before on a title page: a year, an office, an assembly, a report. */
const behind =
  '(?=第[^第]{1,5}届|20\\d\\d|[\\u4e00-\\u9fff]{0,14}?(?:局|厅|委员会|委|办公室|人民政府|人民代表大会)|政府工作报告|国民经济)';
const name = '(?:(?!城[市乡镇])[\\u4e00-\\u9fff]){2,8}?';
const named = new RegExp(
  `(?:^|[—\\s在于《])(?!关于|在)(?:中共)?(?:${name}(?:省|市|州))?(${name})(${kinds})${behind}`,
  'm',
);
/** 「全市教育工作」, 「XX市」, 「社区建设局」 name none. */
const noName = /^[全我本各该某]|[XxＸ×某]|^(?:经济|高新|开发|社|校|辖|郊|城|园)|会|政府|工作|关于/;

/** A place's name in full (岚溪县) and without its kind (岚溪). */
export interface Place {
  readonly full: string;
  readonly short: string;
}

/**
 * The province, city, county, district or town whose plan it is, by its title, else by the lines below it
 * (「在岚溪县第十八届人民代表大会第五次会议上」); null where they name none or a placeholder.
 */
export function readPlace({ text }: PlainDocument, title: string | null): Place | null {
  for (const source of [title ?? '', text.slice(0, frontCharacters)]) {
    const [, short, kind] = named.exec(foldWidth(source)) ?? [];
    if (short !== undefined && kind !== undefined && !noName.test(short))
      return { full: short + kind, short: withoutNations(short) };
  }
  return null;
}

/** 澜若 of 澜若藏族自治州. */
const withoutNations = (name: string): string =>
  name.replace(/(?:(?:藏|苗|侗|彝|回|蒙古|壮|土家|羌|布依|傣|白|哈尼|傈僳|景颇|朝鲜|哈萨克|维吾尔|瑶|黎|畲|满|撒拉|土|东乡|各)族?)+$/, (nations) => (nations.endsWith('族') && name.length - nations.length >= 2 ? '' : nations)); // prettier-ignore

const frontCharacters = 200;
