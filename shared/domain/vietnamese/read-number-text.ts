/** A number as a person writes it. `ambiguous`: `1.000` is a thousand to one reader and one to another. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'not-a-number' }

/** Reads texts that are unmistakably numbers, with a decimal comma or a decimal point. */
export function readNumberText(text: string): NumberReading {
  if (/^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text)) return { kind: 'ambiguous' }
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return { kind: 'number', value: Number(text.replace(',', '.')) }
  return { kind: 'not-a-number' }
}
