/** As many as the program gives at once. */
export const rowsAtOnce = 500

/** Every row of a list that comes in pages. */
export async function allPages<Row>(
  pageFrom: (offset: number) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>,
): Promise<readonly Row[]> {
  const all: Row[] = []
  for (;;) {
    const { rows, total } = await pageFrom(all.length)
    all.push(...rows)
    if (rows.length === 0 || all.length >= total) return all
  }
}
