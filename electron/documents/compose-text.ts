/**
 * A copy of plain data with every text composed (NFC). A name pasted in decomposed form would be set as bare letters
 * with marks beside them, and could not be searched for in the PDF.
 */
export function composeText<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T & string
  if (Array.isArray(value)) return value.map(composeText) as T & unknown[]
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, composeText(entry)])) as T & object
}
