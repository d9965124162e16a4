/** The cells of a copied block, row by row; a quoted cell may hold tabs, line ends and doubled quotes. */
export function parseClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cells = text.replace(/\r?\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g)
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows
}
