import { productKey } from '../register/name-keys.ts'
import { registerHeadings } from '../register/register-headings.ts'
import type { RegisterField } from '../register/register-list.ts'
import type { ApplicationKind } from '../session/session-record.ts'
import { searchKey } from '../vietnamese/search-key.ts'
import { oneTonePlace } from '../vietnamese/tone-place.ts'
import { readDossierState, type SaidDossier } from './dossier-state.ts'
import { readLine, type CellReading, type PastedField, type PastedFields } from './pasted-field.ts'

/** A product set of the law that the session scores by. */
export type OfferedSet = {
  readonly setNumber: number
  readonly name: string
  readonly sector: string
  readonly group: string
}

/** What a cell says of the set: the one that it names, or those among which somebody has to choose. */
export type SaidSet = { readonly setNumber: number | null; readonly among: readonly number[]; readonly words: string }

/** What lists of a meeting's products say, as the register's lists do, with what the office received of each. */
export function pastedAgendaFields(sets: readonly OfferedSet[]) {
  return {
    code: { heads: headsOf('code'), looks: isCode, read: readLine(40) },
    name: { heads: headsOf('product'), read: readLine() },
    producerName: { heads: headsOf('producer'), read: readLine() },
    producerKind: { heads: headsOf('kind'), looks: isKind, read: readLine() },
    commune: {
      heads: headsOf('commune'),
      looks: (cell) => /^(xã|x\.|phường|p\.|thị trấn|tt\.?) /i.test(cell),
      read: readLine(),
    },
    district: {
      heads: headsOf('district'),
      looks: (cell) => /^(huyện|h\.|thị xã|tx\.?) /i.test(cell),
      read: readLine(),
    },
    set: {
      heads: ['Bộ sản phẩm', 'Bộ tiêu chí', 'Số bộ', 'Bộ', ...headsOf('group')],
      looks: (cell) => readSet(cell, sets).setNumber !== null && !/^\d+$/.test(cell),
      read: (cell) => ({ value: { ...readSet(cell, sets), words: cell } }),
    },
    application: { heads: [...headsOf('application'), 'Hình thức'], looks: isApplication, read: readApplication },
    dossierStatus: {
      heads: ['Tình trạng hồ sơ', 'Kiểm tra hồ sơ', 'Hồ sơ', 'Hồ sơ đầy đủ'],
      looks: (cell) => cell.toLowerCase() !== 'x' && 'value' in readDossierState(cell),
      read: readDossierState,
    },
    samplesReceived: {
      heads: ['Số mẫu đã nhận', 'Số mẫu', 'Số lượng mẫu', 'Mẫu sản phẩm', 'Mẫu'],
      looks: (cell) => /^\d{1,3} mẫu$/i.test(cell),
      read: readSamples,
    },
    dossierNote: {
      heads: ['Ghi chú hồ sơ', 'Ghi chú'],
      // A remark on something else is none on the dossier.
      refuses: (head) => !/^ghi ?chu( ve)?( ho ?so.*)?$/.test(searchKey(head)),
      read: readLine(2000),
    },
  } satisfies PastedFields & {
    readonly set: PastedField<SaidSet>
    readonly application: PastedField<ApplicationKind>
    readonly dossierStatus: PastedField<SaidDossier>
    readonly samplesReceived: PastedField<number>
  }
}

export type PastedAgendaFields = ReturnType<typeof pastedAgendaFields>

/**
 * The set that a cell names by its number (`4`, `Bộ 4`, `4. Mật ong`) or its whole name; where it says a group or part of a
 * name, which sets may be meant. Nothing is guessed: a person chooses.
 */
export function readSet(cell: string, sets: readonly OfferedSet[]): Omit<SaidSet, 'words'> {
  const [, number, rest = ''] = /^(?:bộ\s*(?:số\s*)?)?0?(\d{1,2})(?:\s*[.:)–-]\s*(.*))?$/iu.exec(cell.trim()) ?? []
  const numbered = number === undefined ? undefined : sets.find(({ setNumber }) => setNumber === Number(number))
  // Laws number their sets otherwise: a number with another set's name says neither.
  if (numbered !== undefined && (rest === '' || isNamed(numbered, rest)))
    return { setNumber: numbered.setNumber, among: [] }
  const words = number === undefined ? cell : rest
  const named = sets.filter((set) => isNamed(set, words))
  if (named.length === 1 && named[0] !== undefined) return { setNumber: named[0].setNumber, among: [] }
  return { setNumber: null, among: partlyNamed(words, sets) }
}

/** The sets that have words in their name or the way to it; with their accents where any has them: `Chè` is not in `chế biến`. */
function partlyNamed(words: string, sets: readonly OfferedSet[]): readonly number[] {
  const having = (keyOf: (text: string) => string): readonly number[] => {
    const key = keyOf(words)
    const has = ({ name, sector, group }: OfferedSet) => [name, sector, group].some((one) => keyOf(one).includes(key))
    return key.trim() === '' ? [] : sets.filter(has).map(({ setNumber }) => setNumber)
  }
  const [whole, spelt] = [having(wordsOf), having((text) => wordsOf(text, spelling))]
  return spelt.length > 0 ? spelt : whole.length > 0 ? whole : having(productKey)
}

const spelling = (text: string): string => oneTonePlace(text.normalize('NFKC').toLowerCase())

/** Whole words, each between spaces. */
const wordsOf = (text: string, keyOf: (text: string) => string = productKey): string =>
  ` ${keyOf(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const isNamed = ({ name }: OfferedSet, words: string): boolean =>
  productKey(name) === productKey(words) || productKey(name) === productKey(`Sản phẩm ${words}`)

const headsOf = (field: RegisterField): readonly string[] =>
  registerHeadings.find(([known]) => known === field)?.[1] ?? []

/** A legal code, or letters with a number as offices count: `PT-01`. */
const isCode = (cell: string): boolean =>
  /^[\p{Lu}\d()]{1,7}(?:[-./][\p{Lu}\d()]{1,7}){0,5}$/u.test(cell) && /\d$/.test(cell) && /[-./\p{Lu}]/u.test(cell)

const isKind = (cell: string): boolean =>
  [
    'hop tac xa',
    'htx',
    'to hop tac',
    'tht',
    'doanh nghiep',
    'cong ty',
    'ho kinh doanh',
    'hkd',
    'co so',
    'lien hiep htx',
  ].includes(searchKey(cell))

function readApplication(cell: string): CellReading<ApplicationKind> {
  const said = searchKey(cell)
  if (said.includes('nang hang')) return { value: 'upgrade' }
  if (/\b(danh gia lai|cong nhan lai|duy tri)\b|^lai$/.test(said)) return { value: 'reassessment' }
  return /^(moi|lan dau|lan 1|dang ky moi|danh gia moi|san pham moi|danh gia lan dau)$/.test(said)
    ? { value: 'new' }
    : { fault: 'no-such-application' }
}

const isApplication = (cell: string): boolean => cell.length < 30 && 'value' in readApplication(cell)

function readSamples(cell: string): CellReading<number> {
  const [, count] = /^(\d{1,3})(?:[.,]0+)?(?: mẫu)?$/iu.exec(cell) ?? []
  return count === undefined ? { fault: 'not-a-count' } : { value: Number(count) }
}
