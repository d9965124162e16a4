/**
 * A product is evaluated in a year once a session of that year is locked with it, or written opinions of the year have led to
 * the decision that recognises it again. Says it in SQL of the columns or parameters named; of any level where none is.
 */
export function isEvaluated({ product, year, level }: { product: string; year: string; level?: string }): string {
  const ofLevel = (column: string) => (level === undefined ? '' : ` AND ${column} = ${level}`)
  return `(EXISTS (SELECT 1 FROM agenda_items a JOIN sessions s ON s.id = a.session_id
      WHERE a.product_id = ${product} AND s.state = 'closed' AND s.year = ${year}${ofLevel('s.level')})
    OR EXISTS (SELECT 1 FROM ${writtenOpinions} WHERE ${recognisedAgain} AND o.product_id = ${product} AND ${writtenYear} = ${year}${ofLevel('w.level')}))`
}

/** Products of rounds (`o`), each with its round (`w`) and its registration (`filed`), where there is one. */
export const writtenOpinions = `written_products o JOIN written_rounds w ON w.id = o.round_id
  LEFT JOIN registrations filed ON filed.id = o.registration_id`

/** Of those, what the round's decision recognised. */
export const recognisedAgain = 'o.recognition_id IS NOT NULL'

/** Of those, the year that it is evaluated in. */
export const writtenYear = 'coalesce(filed.year, w.year)'
