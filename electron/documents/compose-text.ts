/**
 * A copy of plain data with every text composed (NFC). A name pasted in decomposed form would be set as bare letters
 * with marks beside them, and could not be searched for in the PDF.
 */
export function composeText<T>(value: T): T {
  return mapTexts(value, (text) => text.normalize('NFC'))
}

/** A copy of plain data with every text changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T & string
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T & unknown[]
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)])) as T & object
}
