import { fold } from '../vietnamese/fold.ts'

/** Codes of provinces by the decision that gives them: `resources/units`. */
export type UnitCodes = {
  readonly decision: string
  /** ISO day. */
  readonly from: string
  readonly notes: readonly string[]
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
}

/**
 * A product's legal code. `commune`: (T)-(X)-(STT)-20…, codes of province and commune by QĐ 19/2025/QĐ-TTg, a serial that the
 * commune keeps, the year (QĐ 26/2026/QĐ-TTg, Phụ lục II). `district`: province-district-commune-number-year, as before.
 */
export type ProductCode =
  | {
      readonly kind: 'commune'
      readonly province: string
      readonly commune: string
      readonly serial: number
      readonly year: number
    }
  | {
      readonly kind: 'district'
      readonly province: string
      readonly district: string
      readonly commune: string
      readonly serial: number
      readonly year: number
    }

/** Null for a code of another shape, which an office may have all the same. */
export function readProductCode(code: string): ProductCode | null {
  const text = spelt(code).replace(/[–—−]/g, '-')
  const found = /^\(?(\d{2})\)?-(?:(\d{3})-)?\(?(\d{5})\)?-\(?(\d{1,5})\)?-(20\d{2})$/.exec(text)
  if (found === null) return null
  const [, province = '', district, commune = '', number = '', written = ''] = found
  const [serial, year] = [Number(number), Number(written)]
  if (serial === 0) return null
  return district === undefined
    ? { kind: 'commune', province, commune, serial, year }
    : { kind: 'district', province, district, commune, serial, year }
}

/**
 * A product's code as it is compared. Legal codes by what they mean, however they are written (`(25)-(07936)-(03)-2026`,
 * `25-07936-3-2026`); others without case, accents, width and spaces. Empty for none.
 */
export function codeKey(code: string): string {
  if (code === '') return ''
  const read = readProductCode(code)
  return read === null ? spelt(code) : writeProductCode(read)
}

const spelt = (code: string): string => fold(code.normalize('NFKC'))

/** As the decision of its shape writes it. */
export function writeProductCode(code: ProductCode): string {
  const { province, commune, serial, year } = code
  const units = code.kind === 'district' ? [province, code.district, commune] : [province, commune]
  return [...units, String(serial), String(year)].join('-')
}

/**
 * The next code of a commune, from the codes that its products have: the units of its latest one by QĐ 26/2026, one after the
 * highest serial that those units had in any year. Null while no product of the commune has such a code.
 */
export function nextProductCode(codes: readonly string[], year: number): string | null {
  const known = codes.flatMap((code) => {
    const read = readProductCode(code)
    return read?.kind === 'commune' ? [read] : []
  })
  const latest = known.toSorted((a, b) => a.year - b.year || a.serial - b.serial).at(-1)
  if (latest === undefined) return null
  const { province, commune } = latest
  const serials = known.filter((one) => one.province === province && one.commune === commune).map((one) => one.serial)
  return writeProductCode({ kind: 'commune', province, commune, serial: Math.max(...serials) + 1, year })
}

/** What is to be said of a code: nothing of it is refused. `province`: its name, where the decision of that time names it. */
export type CodeReading =
  | { readonly kind: 'none' | 'other' }
  | { readonly kind: 'commune' | 'district'; readonly code: ProductCode; readonly province: string | null }

export function describeCode(code: string, units: UnitCodes): CodeReading {
  const read = readProductCode(code)
  if (read === null) return { kind: code.trim() === '' ? 'none' : 'other' }
  const named = units.provinces.find((one) => one.code === read.province)?.name ?? null
  // The codes of before the mergers of 1/7/2025 were other provinces'.
  return { kind: read.kind, code: read, province: read.kind === 'commune' ? named : null }
}
