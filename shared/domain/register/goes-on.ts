import { headKey } from '../columns/propose-fields.ts'

/**
 * Whether what a row says of a producer that it does not name is what the row above says of its own, or nothing: cells that
 * are merged over several products of one producer show in the first of their rows alone.
 */
export function goesOn(own: ReadonlyMap<string, string>, above: ReadonlyMap<string, string>): boolean {
  return [...own].every(([field, text]) => headKey(above.get(field) ?? '') === headKey(text))
}
