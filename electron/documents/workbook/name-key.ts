/**
 * What is left of a sheet name, column title or word of a closed list when case, accents, spaces and Unicode form are
 * set aside: `Mã tiêu chí`, `MÃ TIÊU CHÍ` and its decomposed form all give `matieuchi`.
 */
export const nameKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[\s\u200b\ufeff]+/g, '')
