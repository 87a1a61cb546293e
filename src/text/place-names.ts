/** What stands before 市, 县 or 镇 without naming one: 全市, 城市, 重点镇, 几个县. */
const notName =
  '全|各|每|我|本|咱|农|城|超|特|大|街|涉|哪|几|多|两|三|地级|地区|建制|特色|重点|示范|试点|中心|美丽|文明|偏远|边远|贫困|脱贫|千强|百强|产粮|牧区|山区|行政|自然|资源';
/** What goes on after the kind so that it ends no name: 市场, 县级, 镇村. */
const notEnd = '[场民政直级域区属内外长委人府教卫财发科公司交水农文审国生应住商镇村城办里上道]';
/** 盐城市 is one, 新增城市 none: no name of a place has two characters before 城市. */
const county = '(?<![\\u4e00-\\u9fff]{2}城)市|县|省';
const township = '县|(?<![城乡村农])镇|(?<![城村农])乡|街道';

const atFront = (kinds: string, longest: number, end = `(?!${notEnd})`): RegExp =>
  new RegExp(`^(?!${notName})([\\u4e00-\\u9fff]{2,${longest}}?)(?:${kinds})${end}`);

const countyAtFront = atFront(county, 4);
const townAtFront = atFront(township, 3);
const placeAndYear = atFront(`${county}|区`, 3, '(?:去年|上年|今年)?$');
/** What goes on after the kind of a place so that no topic begins there: 市场, 县级, 市民, 区域. */
const notTopic = '[场级域民政属内外委府直镇村]';
const leading = new RegExp(
  `^((?!${notName})(?:(?![到向在去进入至])[\\u4e00-\\u9fff]){1,5}?(?:${county}|${township}|(?<![小社景库灾片城辖园郊])区))(?!${notTopic})(.{2,})$`,
);
const severalPlaces = /^.{0,2}[一二三四五六七八九十几多部]/;
const cell = /^[\u4e00-\u9fff]{1,5}(?:县|市|(?<![小社景库灾片])区|镇|乡|街道)$/;

/** 青岚 of 「青岚市规上工业总产值」: the city, county or province that a name begins with, without its kind. */
export const countyNamedFirst = (name: string): string | null => countyAtFront.exec(name)?.[1] ?? null;

/** 柳荫 of 「柳荫镇低保户」: the county, town or street that a question's words begin with, without its kind. */
export const townNamedFirst = (words: string): string | null => townAtFront.exec(words)?.[1] ?? null;

/** 「青岚市去年」 and no more: what stands before an indicator is whose it is. 「东部三县」 are several. */
export const isPlaceAndYear = (front: string): boolean => placeAndYear.test(front) && !severalPlaces.test(front);

/** 汀东区 and 生产总值 of 「汀东区生产总值」; null where a name begins with no place. */
export function placeAndTopic(name: string): readonly [place: string, topic: string] | null {
  const [, place, topic] = leading.exec(name) ?? [];
  return place === undefined || topic === undefined ? null : [place, topic];
}

/** 望江区, as a row of a table or an item of a list names whose figure it is. */
export const isPlace = (name: string): boolean => cell.test(name);

/** 「骨干医师到乡镇」 names none: what goes to a place, and the kinds themselves. */
const noName = /^.?[到在向往从由给各全]|[乡村城]镇$/;

/**
 * All that may be a place by its form, two or three characters and the kind, anywhere in a question; many are none, so
 * that they have to be looked up in the plan.
 */
export const possiblePlaces = (words: string): string[] =>
  [...words.matchAll(/(?:[县区镇乡]|街道|市(?![场民政委人]))(?![级域])/g)].flatMap(({ index, 0: kind }) =>
    [2, 3]
      .filter((length) => length <= index)
      .map((length) => words.slice(index - length, index) + kind)
      .filter((name) => !noName.test(name)),
  );
