import type { RegisteredKind } from '../../shared/domain/documents/numbered-kinds.ts'
import { mayCite, type Statement } from './account.ts'
import type { Facts, Product } from './facts.ts'
import { decreeDate, starWords, two } from './words.ts'

// What several papers say alike: numbers of papers, law and council, and why a product's result is what it is.

/** `15/QĐ-UBND`, and its day; null while it has none. */
export function paperNumber(
  { papers }: Facts,
  kind: RegisteredKind,
): { readonly code: string; readonly day: string } | null {
  const entry = papers.register.find((candidate) => candidate.kind === kind && candidate.void === null)
  if (entry === undefined || papers.stage !== 'numbered') return null
  return { code: `${two(entry.number)}/${entry.symbol}`, day: decreeDate(entry.issuedOn) }
}

/** Its own number and day in the head of a paper; nothing where both are left to write in. */
export function headOf(facts: Facts, kind: RegisteredKind, hasDay = true): readonly string[] {
  const number = paperNumber(facts, kind)
  return number === null ? [] : [`Số: ${number.code}`, ...(hasDay ? [`${facts.seat}, ${number.day}`] : [])]
}

/** How an annex names its paper. */
export function annexReference(facts: Facts, kind: RegisteredKind): readonly string[] {
  const number = paperNumber(facts, kind)
  return number === null ? ['(Kèm theo'] : ['(Kèm theo', `số ${number.code} ${number.day}`]
}

/** `số 15/QĐ-UBND ngày …`; nothing while it has none. */
export function reference(facts: Facts, kind: RegisteredKind): readonly string[] {
  const number = paperNumber(facts, kind)
  return number === null ? [] : [`số ${number.code} ${number.day}`]
}

/** Minutes are of the day of the meeting, also before they have a number. */
export function minutesReference(facts: Facts): string {
  const number = paperNumber(facts, 'minutes')
  return number === null ? facts.heldOn : `số ${number.code} ${facts.heldOn}`
}

export function minutesNumber(facts: Facts): readonly string[] {
  const number = paperNumber(facts, 'minutes')
  return number === null ? [] : [`Biên bản số ${number.code}`]
}

export function foundingNumber({ papers: { record } }: Facts): string {
  const { foundingDecisionNumber, foundingDecisionDate } = record.council
  return `Quyết định số ${foundingDecisionNumber} ${decreeDate(foundingDecisionDate)}`
}

/** The number of the council's Quy chế, where it was given. */
export function regulationNumber({ papers: { record } }: Facts): readonly string[] {
  const { regulationNumber: number } = record.council
  return number === '' ? [] : [`Quyết định số ${number}`]
}

/** Legal bases as the law's data words them, in any case of their first letter. */
export function legalBases({ rules, level }: Facts): readonly string[] {
  return (level.legalBases ?? rules.legalBases).map((basis) => basis.replace(/^Căn/, 'ăn'))
}

export function citedDecisions({ rules }: Facts): readonly string[] {
  return rules.decisions.map(({ number, date }) => `Quyết định số ${number} ${decreeDate(date)}`)
}

/** `từ 70 đến dưới 90` with its star. */
function bandText({ rules }: Facts, band: number): string {
  const from = rules.bands.find(({ star }) => star === band)?.from ?? 0
  const below = rules.bands.find(({ star }) => star === band + 1)?.from
  if (below === undefined) return `từ ${from} điểm trở lên`
  return from === 0 ? `dưới ${below}` : `từ ${from} đến dưới ${below}`
}

/** Why the product's result is what it is, as minutes and tables say it. */
export function explanation(facts: Facts, product: Product, lack: string): readonly string[] {
  const { isRejected, item, band, mean, ruleStar, star, spread } = product
  if (isRejected) {
    return [
      'ồ sơ bị loại',
      ...item.rejections.flatMap(({ question, reason }) => [question, reason].filter((text) => text !== '')),
    ]
  }
  const limit = facts.papers.record.regulation.spreadLimit
  const failed = product.gates.filter(({ star, holds }) => star <= band && !holds)
  // What the scores lack for the next star is not what keeps a product from it whose star the council lowered.
  const isLowered = star < ruleStar
  const next = band < 5 && failed.length === 0 && !isLowered ? [`còn thiếu ${lack} điểm để đạt ${band + 1} sao`] : []
  const ofNext =
    failed.length > 0 || isLowered ? [] : product.gates.filter(({ star, holds }) => star === band + 1 && !holds)
  return [
    `iểm trung bình ${mean}`,
    `(${bandText(facts, band)}: ${band} sao)`,
    ...gatePieces(failed, product.counted),
    ...(failed.length > 0 ? [`${isLowered ? 'kết quả chấm điểm' : 'xếp hạng'} ${ruleStar} sao`] : []),
    ...next,
    ...gatePieces(ofNext, product.counted),
    ...(product.outcome === 'sent-up' ? [`đạt từ ${facts.threshold} điểm`] : []),
    ...(spread > limit ? [`chênh lệch ${spread} điểm, quá mức ${limit} điểm`] : []),
  ]
}

function gatePieces(gates: Product['gates'], counted: number): readonly string[] {
  const stars = [...new Set(gates.map(({ star }) => star))].toSorted((a, b) => a - b)
  return stars.flatMap((star) => [
    `mức tối thiểu ${star} sao tại tiêu chí`,
    ...gates
      .filter((gate) => gate.star === star)
      .map(({ code, reached, isAgreed }) => (isAgreed ? `${code} (mức` : `${code} (${reached}/${counted} thành viên)`)),
  ])
}

/** What the council concluded otherwise than the tally, with its reason. */
export function conclusionPieces({ item, star, ruleStar }: Product): readonly string[] {
  return star === ruleStar
    ? []
    : [`Hội đồng kết luận ${starWords(star).toLowerCase()}: ${item.conclusion?.note.replace(/\.$/, '') ?? ''}`]
}

/** Why a product that goes up has not the star of its points. */
export function referralNote(product: Product): readonly string[] {
  const failed = product.gates.filter(({ star, holds }) => star <= product.band && !holds)
  const least = Math.min(...failed.map(({ star }) => star))
  const codes = [...new Set(failed.map(({ code }) => code))].join(', ')
  return [
    ...(failed.length === 0 ? [] : [`Chưa đạt yêu cầu tối thiểu ${least} sao tại tiêu chí ${codes}`]),
    ...conclusionPieces(product),
  ]
}

/** What a council types of itself and prints as it is: its place, its name, the posts of its members. */
export function councilTexts({ papers: { record } }: Facts): readonly Statement[] {
  const { council, session, members } = record
  const texts = [
    council.name,
    session.place,
    ...members.flatMap(({ name, position, organisation }) => [name, position, organisation]),
  ]
  return [...new Set(texts)].filter((text) => /\d/.test(text)).map((text) => mayCite(text))
}

export const applicationWords = { new: 'Lần đầu', reassessment: 'Đánh giá lại', upgrade: 'Nâng hạng' } as const

/** How many of each, in the order of first appearance: `Hợp tác xã: 07`. */
export function tallied(values: readonly string[]): readonly string[] {
  return [...new Set(values)].map((value) => `${value}: ${two(values.filter((other) => other === value).length)}`)
}
