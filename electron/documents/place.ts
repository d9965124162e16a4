import { assertNever } from '../../shared/domain/assert-never.ts'
import type { CouncilFacts, SessionRecord } from '../../shared/domain/session/session-record.ts'

/** A province or district as documents name it. */
export type Place = {
  /** `tỉnh`, `thành phố`, `huyện`, …: lower case before the name (Decree 30, Phụ lục II). */
  readonly kind: string
  readonly name: string
  /** `tỉnh Phú Thọ`. */
  readonly full: string
}

/** Where a council, or an office, stands. */
export type AtPlace = Pick<SessionRecord, 'level'> & { readonly council: Pick<CouncilFacts, 'province' | 'district'> }

/** The area of the committee above a council of that level; null for the central one, which has a ministry. */
export function placeOf({ level, council }: AtPlace): Place | null {
  switch (level) {
    case 'district':
      return districtOf(council)
    case 'province':
    case 'commune':
      return provinceOf(council)
    case 'central':
      return null
    default:
      return assertNever(level)
  }
}

export function provinceOf({ province }: Pick<CouncilFacts, 'province'>): Place {
  return namePlace({ typed: province, otherwise: centralCities.includes(bareName(province)) ? 'thành phố' : 'tỉnh' })
}

function districtOf({ district }: Pick<CouncilFacts, 'district'>): Place {
  return namePlace({ typed: district, otherwise: 'huyện' })
}

/**
 * Cities of provincial rank, where an office typed the name alone. Source: Nghị quyết 202/2025/QH15, Điều 1, and
 * Nghị quyết 175/2024/QH15 for Huế.
 */
const centralCities: readonly string[] = ['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Cần Thơ', 'Hồ Chí Minh']

const kinds: readonly (readonly [prefix: RegExp, kind: string])[] = [
  [/^tỉnh\s+/iu, 'tỉnh'],
  [/^(thành phố|tp\.)\s*/iu, 'thành phố'],
  [/^(thị xã|tx\.)\s*/iu, 'thị xã'],
  [/^huyện\s+/iu, 'huyện'],
  [/^quận\s+/iu, 'quận'],
]

function namePlace({ typed, otherwise }: { typed: string; otherwise: string }): Place {
  const name = bareName(typed)
  const kind = kinds.find(([prefix]) => prefix.test(typed.trim()))?.[1] ?? otherwise
  // "Thành phố Hồ Chí Minh" and "Quận 1" are written whole (Decree 30, Phụ lục II, mục II).
  const isWhole = name === 'Hồ Chí Minh' || /^\d+$/.test(name)
  return { kind, name, full: isWhole ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}` : `${kind} ${name}` }
}

const bareName = (typed: string): string =>
  kinds.reduce((name, [prefix]) => name.replace(prefix, ''), typed.trim().replace(/\s+/gu, ' '))
