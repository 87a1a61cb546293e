import type { Section } from '../../../plan/plan.ts';

const headsProblems =
  /(?:存在|主要|面临|突出|正视|清醒|看到|直面).{0,6}(?:问题|不足|短板|困难|挑战|差距|弱项)|(?:问题|短板|差距|困难)(?:[和与、]|以及)(?:不足|问题|弱项|短板)|^(?:问题|差距|短板|不足)(?:$|[^,，;]{0,3}(?:不容|不能|不可|仍|依然|也?要(?:看|正视|摆|讲|说)))/;
const headsMore = /成绩|形势|信心|做好/;

/** The part that a review has for what is not well yet, by its heading; 「肯定成绩、正视差距」 heads more than that. */
export const problemsPart = (sections: readonly Section[]): Section | undefined =>
  sections.find(({ title, kind }) => kind === 'heading' && headsProblems.test(title) && !headsMore.test(title));

/** 「讲存在问题的那部分」, 「问题部分」 */
export const pointsAtProblems =
  /(?:问题|困难|不足|短板|差距)[^,，。?？]{0,3}[这那]一?(?:部分|[段块章])|(?:问题|困难|不足|短板)(?:部分|[段块章])|[讲说谈提摆](?:到|的)?(?:问题|困难|不足|短板|差距)(?:的?时候|时|那里|里)/;
