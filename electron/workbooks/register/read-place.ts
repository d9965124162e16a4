import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'

/** The commune and the district that an address names, as it writes them; null for what it does not name. */
export function readPlace(address: string): { readonly commune: string | null; readonly district: string | null } {
  if (address === '') return nowhere
  const parts = address
    .split(/[,;]|\s[-–]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const find = (words: RegExp) => parts.find((part) => words.test(stripMarks(part))) ?? null
  return {
    commune: find(/^(?:xa|phuong|thi tran|tt\.?|dac khu)\s|^(?:p|x|tt)\.\s?\S/u),
    district: find(/^(?:huyen|quan|thi xa|thanh pho|tx\.?|tp\.?)\s|^(?:h|q|tx|tp)\.\s?\S/u),
  }
}

const nowhere = { commune: null, district: null }
