import type { CaseCode, Criterion, CriterionOption } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Cell } from './plain-sheet.ts'
import { faultyKind, readNumber } from './read-number.ts'

/** A points cell: the printed option that it chooses (1-based, 0 = no level reached), or why it chooses none. */
export type PointsReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'fault'; readonly message: string; readonly allowed: string }

type Place = { readonly criterion: Criterion; readonly criteriaCase: CaseCode | null }

/**
 * Reads a points cell: plain points, or `points/option number` (`1/2` = the second printed option). Plain points are
 * refused where several options carry them and the choice matters: a different star mark, or a different case while
 * the product's case is not given. 0 is always allowed: the printed 0-point option where there is one, else no level
 * reached; `0/0` names the latter.
 */
export const readPoints = ({ cell, criterion, criteriaCase }: Place & { cell: Cell }): PointsReading => {
  if (cell.kind === 'blank') return { kind: 'blank' }
  const refuse = (message: string): PointsReading => ({
    kind: 'fault',
    message,
    allowed: listPoints({ criterion, criteriaCase }).join('; '),
  })
  const broken = faultyKind(cell)
  if (broken !== null) return refuse(broken)
  if (cell.isMerged) return refuse('Ô điểm bị gộp: mỗi thành viên, mỗi tiêu chí một ô riêng')
  if (cell.kind === 'date') {
    return refuse(
      'Ô chứa ngày: có thể phần mềm bảng tính đã đổi “điểm/số thứ tự” thành ngày; định dạng ô là Văn bản (Text) rồi nhập lại',
    )
  }
  const named = cell.kind === 'text' ? /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(cell.text) : null
  const result =
    named === null
      ? readPlainPoints({ cell, criterion, criteriaCase })
      : findNamedOption({ points: Number(named[1]), option: Number(named[2]), criterion, criteriaCase })
  return typeof result === 'number' ? { kind: 'option', option: result } : refuse(result)
}

/** What the cell of a choice holds, so that `readPoints` gives the choice back. */
export const writePoints = ({ option, criterion, criteriaCase }: Place & { option: number }): number | string => {
  const points = pointsOf({ criterion, option })
  return findPlainOption({ points, criterion, criteriaCase }) === option ? points : `${points}/${option}`
}

/** Every value that a points cell of the criterion takes, in form order, 0 first. */
export const listPoints = ({ criterion, criteriaCase }: Place): readonly string[] => {
  const values = criterion.options.flatMap((option, index) =>
    isInCase({ option, criteriaCase }) && option.points !== 0
      ? [listedPoints({ option, index, criterion, criteriaCase })]
      : [],
  )
  return [...new Set(['0', ...values])]
}

/** Whether some points of the criterion need the option number beside them. */
export const hasAmbiguousPoints = (place: Place): boolean => listPoints(place).some((points) => points.includes('/'))

/** Points of an option by its number; 0 for no level reached. */
export const pointsOf = ({ criterion, option }: { criterion: Criterion; option: number }): number =>
  criterion.options[option - 1]?.points ?? 0

const listedPoints = ({
  option,
  index,
  criterion,
  criteriaCase,
}: Place & { option: CriterionOption; index: number }): string =>
  typeof findPlainOption({ points: option.points, criterion, criteriaCase }) === 'number'
    ? String(option.points)
    : `${option.points}/${index + 1}`

const readPlainPoints = ({ cell, criterion, criteriaCase }: Place & { cell: Cell }): number | string => {
  const reading = readNumber(cell)
  if (reading.kind === 'ambiguous') {
    return 'Chữ giống số, không rõ là dấu thập phân hay dấu phân cách hàng nghìn'
  }
  if (reading.kind === 'not-a-number') return 'Không phải là điểm'
  const points = reading.value
  if (!Number.isInteger(points)) return 'Điểm phải là số nguyên'
  const option = findPlainOption({ points, criterion, criteriaCase })
  if (typeof option === 'number') return option
  if (option === 'ambiguous') {
    return `Có nhiều mức cùng ${points} điểm nhưng khác dấu sao hoặc trường hợp: ghi rõ điểm/số thứ tự của mức`
  }
  if (points > criterion.max) return `Điểm vượt quá điểm tối đa ${criterion.max} của tiêu chí ${criterion.code}`
  return `Tiêu chí ${criterion.code} không có mức ${points} điểm`
}

/** The option that plain points choose: the first of those that are alike in mark and case. */
const findPlainOption = ({
  points,
  criterion,
  criteriaCase,
}: Place & { points: number }): number | 'ambiguous' | 'not-offered' => {
  const matches = criterion.options.flatMap((option, index) =>
    option.points === points && isInCase({ option, criteriaCase }) ? [{ option, number: index + 1 }] : [],
  )
  const [first, ...rest] = matches
  if (first === undefined) return points === 0 ? 0 : 'not-offered'
  const isAlike = rest.every(
    ({ option }) => option.minStar === first.option.minStar && option.case === first.option.case,
  )
  return isAlike ? first.number : 'ambiguous'
}

const findNamedOption = ({
  points,
  option: number,
  criterion,
  criteriaCase,
}: Place & { points: number; option: number }): number | string => {
  if (points === 0 && number === 0) return 0
  const option = criterion.options[number - 1]
  if (option === undefined) return `Tiêu chí ${criterion.code} chỉ có ${criterion.options.length} mức`
  if (option.points !== points) return `Mức thứ ${number} của tiêu chí ${criterion.code} là ${option.points} điểm`
  if (!isInCase({ option, criteriaCase })) {
    return `Mức thứ ${number} thuộc trường hợp ${option.case ?? ''}, sản phẩm thuộc trường hợp ${criteriaCase ?? ''}`
  }
  return number
}

const isInCase = ({ option, criteriaCase }: { option: CriterionOption; criteriaCase: CaseCode | null }): boolean =>
  option.case === undefined || criteriaCase === null || option.case === criteriaCase
