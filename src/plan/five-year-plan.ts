/** The last year of a five-year plan by its ordinal: 2030 for the 五 of “十五五”; “十二五” ended in 2015. */
export const lastYearOf = (ordinal: string): number => 2015 + 5 * '二三四五六'.indexOf(ordinal);
