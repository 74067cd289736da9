/** What a command tells the program that started it (SPEC 7). */
export const exitCodes = {
  /** Nothing at or above the failing severity. */
  fine: 0,
  findings: 1,
  /** Wrong use, or something that can't be read. */
  wrongUse: 2,
} as const;
