import { say, saySome, sayTimes, type Statement } from './account.ts'
import { applicationWords, conclusionPieces, explanation, referralNote } from './cited.ts'
import { lackText, meanOf, type Ballot, type Facts, type Product } from './facts.ts'
import { slashDate, starWords } from './words.ts'

// Tables of members' scores, and the list of what goes up.

export function tallyTableStatements(facts: Facts, isSheet: boolean): readonly Statement[] {
  const { products, scope, heldOn, threshold, papers } = facts
  return [
    say('BẢNG TỔNG HỢP ĐIỂM', scope, heldOn, papers.record.session.place),
    saySome(papers.record.members.map(({ code }) => code).join(' ')),
    ...products.map((product) => say(tallyRow(facts, product, isSheet))),
    ...memberKey(facts).map((text) => say(text)),
    ...products.flatMap((product) => {
      const pieces = conclusionPieces(product)
      return pieces.length === 0 ? [] : [say(`${product.item.code}:`, ...pieces)]
    }),
    ...(threshold === null ? [] : [say(`Đề nghị: sản phẩm đạt từ ${threshold} điểm trở lên`)]),
  ]
}

const memberKey = ({ papers }: Facts): readonly string[] =>
  papers.record.members.map(({ code, name }) => `${code}: ${name}`)

function tallyRow(facts: Facts, product: Product, isSheet: boolean): string {
  const { place, title, item, isRejected, parts, mean, star, outcome } = product
  return [
    String(place),
    isSheet ? `${item.code} ${item.productName}` : title,
    item.producerName,
    ...facts.papers.record.members.map(({ id }) => markOf(facts, product, id)),
    ...(isRejected ? ['Bị loại'] : [parts.A, parts.B, parts.C, mean, starWords(star)]),
    outcome === 'sent-up' ? 'Đề nghị' : '',
  ]
    .filter((cell) => cell !== '')
    .join(' ')
}

/** A total, or why there is none. */
function markOf({ papers }: Facts, product: Product, memberId: number): string {
  const member = papers.record.members.find(({ id }) => id === memberId)
  const exclusion = product.item.exclusions.find((candidate) => candidate.memberId === memberId)
  if (member?.isPresent !== true || exclusion?.kind === 'absent') return 'Vắng'
  if (exclusion?.kind === 'recused') return 'Không chấm'
  if (product.isRejected) return '–'
  const ballot = product.ballots.find((candidate) => candidate.member.id === memberId)
  return ballot?.counts === true ? String(ballot.total) : 'Chưa đủ'
}

export function productTallyStatements(facts: Facts): readonly Statement[] {
  const { products, papers } = facts
  const { members } = papers.record
  const rows = products.flatMap((product) => productRows(facts, product))
  return [
    ...products.map((product) => productHead(facts, product)),
    ...[...new Set(rows)].map((row) => sayTimes(rows.filter((other) => `${other} `.startsWith(`${row} `)).length, row)),
    ...memberKey(facts).map((text) => sayTimes(products.length, text)),
    ...counted(products.map((product) => productNotes(facts, product))),
    saySome(members.map(({ code }) => code).join(' ')),
  ]
}

/** Said as often as it is named. */
function counted(pieces: readonly (readonly string[])[]): readonly Statement[] {
  const groups = Map.groupBy(pieces, (one) => one.join('\n'))
  return [...groups.values()].map((same) => sayTimes(same.length, ...(same[0] ?? [])))
}

function productHead({ heldOn, papers }: Facts, { title, item, address, form }: Product): Statement {
  const round = item.round > 1 ? `; lần chấm ${item.round}` : ''
  return say(
    `SẢN PHẨM ${title} Họp ${heldOn}`,
    papers.record.session.place,
    `${item.producerName}, ${address}`,
    `Bộ sản phẩm: ${form.setNumber}. ${form.name} (Quyết định số ${form.decision})${round}`,
  )
}

/** Its parts and criteria, then its totals; one row may be the beginning of another. */
function productRows(facts: Facts, product: Product): readonly string[] {
  const { form, mean, star, isRejected, ballots } = product
  const { members } = facts.papers.record
  const inOrder = members.map(({ id }) =>
    isRejected ? undefined : ballots.find(({ member, counts }) => counts && member.id === id),
  )
  const totals = inOrder.flatMap((ballot) => (ballot === undefined ? [] : [String(ballot.total)]))
  const max = form.parts.reduce((sum, part) => sum + part.max, 0)
  const starText = isRejected ? 'Bị loại' : starWords(star)
  const total = ['TỔNG CỘNG', String(max), ...totals, mean, starText].filter((cell) => cell !== '').join(' ')
  return [...criteriaRows(facts, product, inOrder), total]
}

function productNotes(facts: Facts, product: Product): readonly string[] {
  const from = facts.rules.bands.find((band) => band.star === product.band + 1)?.from ?? 0
  return [
    ...explanation(facts, product, lackText(product, from)),
    ...conclusionPieces(product),
    `Số phiếu được tính: ${product.counted}`,
    `thấp nhất: ${product.spread} điểm (mức phải thảo luận: quá ${facts.papers.record.regulation.spreadLimit} điểm)`,
    'từ 2 điểm trở lên',
  ]
}

/** Each part with its sums, each criterion with each member's points, their mean and the gates. */
function criteriaRows(facts: Facts, product: Product, inOrder: readonly (Ballot | undefined)[]): readonly string[] {
  const { form, criteria } = product
  return form.parts.flatMap((part) => [
    partRow(facts, product, part, inOrder),
    ...criteria.flatMap((criterion, index) =>
      criterion.part === part.code ? [criterionRow(product, index, inOrder)] : [],
    ),
  ])
}

function partRow(
  facts: Facts,
  product: Product,
  { code, title, max }: Product['form']['parts'][number],
  inOrder: readonly (Ballot | undefined)[],
): string {
  const members = facts.papers.record.members
  const cells = inOrder.map((ballot, index) => {
    if (ballot !== undefined) return String(ballot.parts[code])
    return product.isRejected ? '–' : markOf(facts, product, members[index]?.id ?? 0)
  })
  return [`${code} Phần ${code}: ${title} ${max}`, ...cells, product.parts[code]]
    .filter((cell) => cell !== '')
    .join(' ')
}

function criterionRow(product: Product, index: number, inOrder: readonly (Ballot | undefined)[]): string {
  const criterion = product.criteria[index]
  if (criterion === undefined) throw new Error(`no criterion ${index}`)
  const points = inOrder.flatMap((ballot) => (ballot === undefined ? [] : [ballot.points[index] ?? 0]))
  const middle = medianTwice(points)
  const marked = points.map((value) => `${value}${Math.abs(2 * value - middle) >= 4 ? ' (!)' : ''}`)
  const gates = product.gates
    .filter(({ code }) => code === criterion.code)
    .map(
      ({ star, holds, reached, isAgreed }) =>
        `${star} sao: ${holds ? 'đạt' : 'chưa đạt'} (${isAgreed ? 'mức thống nhất' : `${reached}/${product.counted}`})`,
    )
  return [`${criterion.code} ${criterion.title} ${criterion.max}`, ...marked, meanOf(points), ...gates]
    .filter((cell) => cell !== '')
    .join(' ')
}

/** Twice the median, so that it is a whole number. */
function medianTwice(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)
}

export function referralListStatements({
  sentUp,
  scope,
  heldOn,
  threshold,
  papers,
  rules,
}: Facts): readonly Statement[] {
  return [
    say(
      `ĐẠT TỪ ${threshold} ĐIỂM TRỞ LÊN ${scope.toUpperCase()}`,
      heldOn,
      `Ngày họp Hội đồng: ${slashDate(papers.record.session.heldOn)}`,
      'TT Tên sản phẩm',
      ...sentUp.flatMap((product, index) => {
        const { item, form, address, mean, star } = product
        const what = `${form.name} ${item.producerName} ${item.producerKind} ${address} ${applicationWords[item.application]}`
        // Columns of words alone may stand between.
        return [
          `${index + 1} ${item.productName} ${item.code}`,
          `${what} ${mean} ${star} sao`,
          ...referralNote(product),
        ]
      }),
      `từ ${threshold} điểm trở lên (${rules.articles['referral']})`,
    ),
  ]
}
