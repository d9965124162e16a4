import type { DossierStatus } from '../dossiers/read-dossier.ts'
import { searchKey } from '../vietnamese/search-key.ts'
import type { CellReading } from './pasted-field.ts'

/** What a cell says of a dossier; `lacks`: in the list's own words, empty where it names nothing. */
export type SaidDossier = { readonly status: DossierStatus; readonly lacks: string }

/** `Đầy đủ`, `Chưa kiểm tra`, `Còn thiếu`, and what lacks: `thiếu giấy ATTP`, `chưa đủ (thiếu mẫu 02)`. */
export function readDossierState(cell: string): CellReading<SaidDossier> {
  const words = cell.replace(/^hồ sơ\s+/iu, '')
  const said = searchKey(words).replace(/ ho so$/, '')
  const known = states.find(([pattern]) => pattern.test(said))
  if (known !== undefined) return { value: { status: known[1], lacks: '' } }
  const [head = ''] = lacking.exec(words) ?? []
  const rest = words
    .slice(head.length)
    .replace(/^[\s:;,(–-]+|[\s.;]+$/gu, '')
    .replace(/^([^()]*)\)$/u, '$1')
  if (head === '' || !/[\p{L}\p{N}]/u.test(rest)) return { fault: 'no-such-state' }
  // What lacks is told by itself: `chưa đủ (thiếu mẫu 02)`; after the word of it, with it: `thiếu mẫu 02`.
  const lacks = /thiếu|thieu/iu.test(head) && !/^(còn )?thiếu|^thieu/iu.test(rest) ? `Thiếu ${rest}` : rest
  return { value: { status: 'incomplete', lacks: lacks.charAt(0).toUpperCase() + lacks.slice(1) } }
}

const states: readonly (readonly [RegExp, DossierStatus])[] = [
  [/^(chua kiem tra|chua xem|unchecked)$/, 'unchecked'],
  [/^(con thieu|thieu|chua du|khong du|chua day du|incomplete)$/, 'incomplete'],
  [/^(x|du|day du|da du|dat|complete)$/, 'complete'],
]

const lacking =
  /^(?:còn thiếu|con thieu|thiếu|thieu|chưa đầy đủ|chua day du|chưa đủ|chua du|không đủ|khong du)(?=[\s:;,(–-])/iu
