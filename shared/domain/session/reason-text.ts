import { assertNever } from '../assert-never.ts'
import { officeSetNote } from '../criteria/office-set-text.ts'
import { formatHundredths, formatLack, formatMean } from '../scoring/mean.ts'
import type { Mean, Reason, Rejection, SettledGate } from '../scoring/types.ts'
import { capitalise } from '../vietnamese/sentence.ts'
import type { ItemRecord } from './session-record.ts'
import { isLowered, standingReasons } from './standing-reasons.ts'

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { kind: Kind }>

/**
 * One line that says why a product has the result that it has: "Điểm trung bình 68,50 (từ 50 đến dưới 70: 3 sao); còn thiếu
 * 1,50 điểm để đạt 4 sao". No mark at the end. Of a product whose star the council lowered, what was scored and no lack of
 * points; that its set is the office's own, where it is. That a product is not referred goes without saying.
 */
export function explainItem(item: Pick<ItemRecord, 'result' | 'conclusion' | 'form'>): string {
  const rank = isLowered(item) ? 'kết quả chấm điểm' : 'xếp hạng'
  const why = capitalise(
    standingReasons(item)
      .filter(({ kind }) => kind !== 'not-referred')
      .map((reason) => describeReason(reason, rank))
      .join('; '),
  )
  const note = item.result.isRejected ? '' : officeSetNote(item.form)
  return [why, note].filter((text) => text !== '').join('. ')
}

/**
 * A reason as a Vietnamese clause: begins in lower case, ends without a mark. Its article is in the data beside it.
 * @param rank what the star after the gates is called: it is not the product's where the council concluded another.
 */
export function describeReason(reason: Reason, rank = 'xếp hạng'): string {
  switch (reason.kind) {
    case 'rejected':
      return `hồ sơ bị loại: ${reason.rejections.map(describeRejection).join('; ')}`
    case 'no-counted-ballots':
      return 'chưa có phiếu đánh giá nào được tính'
    case 'band':
      return describeBand(reason)
    case 'gates-failed':
      return `chưa đạt ${describeGates(reason.gates)}, ${rank} ${reason.star} sao`
    case 'next-band':
      return describeNextBand(reason)
    case 'referred':
      return `đạt từ ${reason.threshold} điểm, đủ điều kiện đề nghị cấp trên đánh giá, phân hạng`
    case 'not-referred':
      return `chưa đạt ${reason.threshold} điểm để đề nghị cấp trên đánh giá, phân hạng`
    case 'spread':
      return describeSpread(reason)
    default:
      return assertNever(reason)
  }
}

/** A knock-out as the dossier's own words give it: the condition, and why it is not met. */
export function describeRejection({ question, reason }: Rejection): string {
  if (question === '' || reason === '') return question + reason
  return `${question} (${reason})`
}

function describeBand({ star, from, below, ...reason }: ReasonOf<'band'>): string {
  return `điểm trung bình ${describeMean(reason)} (${describeRange({ from, below })}: ${star} sao)`
}

/** "68,50", and what the council's regulations round it to, where they do. */
function describeMean({ mean, rounded, floors }: Pick<ReasonOf<'band'>, 'mean' | 'rounded' | 'floors'>): string {
  const rounding = rounded === null ? '' : `, làm tròn theo quy chế thành ${formatRounded(rounded)}`
  return `${formatMean(mean, floors)}${rounding}`
}

function describeRange({ from, below }: Pick<ReasonOf<'band'>, 'from' | 'below'>): string {
  if (below === null) return `từ ${from} điểm trở lên`
  return from === 0 ? `dưới ${below}` : `từ ${from} đến dưới ${below}`
}

/** Points that lack to the next star, `8,44`. */
export function lackingPoints({ from, missing, floors }: Pick<ReasonOf<'next-band'>, 'from' | 'missing' | 'floors'>) {
  const mean = { sum: from * missing.count - missing.sum, count: missing.count }
  return formatLack({ mean, floor: from, floors })
}

function describeNextBand({ gates, ...reason }: ReasonOf<'next-band'>): string {
  const points = `còn thiếu ${lackingPoints(reason)} điểm để đạt ${reason.star} sao`
  return gates.length === 0 ? points : `${points}; chưa đạt ${describeGates(gates)}`
}

/** "mức tối thiểu 4 sao tại tiêu chí 3.5 (4/9 thành viên), 2.4 (3/9 thành viên)", star by star. */
const describeGates = (gates: readonly SettledGate[]): string =>
  [...new Set(gates.map(({ star }) => star))]
    .sort((a, b) => a - b)
    .map((star) => {
      const places = gates.filter((gate) => gate.star === star).map(describeGate)
      return `mức tối thiểu ${star} sao tại tiêu chí ${places.join(', ')}`
    })
    .join(' và ')

const describeGate = ({ criterionCode, agreedOption, reachedBy, countedBallots }: SettledGate): string =>
  agreedOption === null
    ? `${criterionCode} (${reachedBy}/${countedBallots} thành viên)`
    : `${criterionCode} (mức Hội đồng thống nhất)`

function describeSpread({ spread, limit, settled }: ReasonOf<'spread'>): string {
  const fact = `điểm của các thành viên chênh lệch ${spread} điểm, quá mức ${limit} điểm`
  const settlement = {
    no: 'cần thảo luận và chấm lại',
    waived: 'Chủ tịch Hội đồng đã ghi lý do giữ nguyên điểm',
  }[settled]
  return `${fact}, ${settlement}`
}

/** A rounded mean has its scale as count: 1, 10 or 100; it is shown with just those decimals. */
export function formatRounded({ sum, count }: Mean): string {
  const decimals = String(count).length - 1
  const text = formatHundredths((sum * 100) / count)
  return decimals === 0 ? text.slice(0, -3) : text.slice(0, text.length - 2 + decimals)
}
