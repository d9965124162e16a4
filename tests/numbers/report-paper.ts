import { say, type Statement } from './account.ts'
import {
  annexReference,
  applicationWords,
  citedDecisions,
  conclusionPieces,
  foundingNumber,
  headOf,
  minutesNumber,
  regulationNumber,
  tallied,
} from './cited.ts'
import { addUp, type Facts, type Product } from './facts.ts'
import { starWords, two, worded } from './words.ts'

// Báo cáo kết quả of the council.

export function reportStatements(facts: Facts): readonly Statement[] {
  const { papers, products, scope, heldOn, recognised, sentUp, threshold } = facts
  const { members, session } = papers.record
  const present = members.filter(({ isPresent }) => isPresent).length
  const scored = products.filter(({ isRejected }) => !isRejected)
  const rejected = products.filter(({ isRejected }) => isRejected)
  const late = rejected.filter(({ unused }) => unused > 0)
  return [
    say(
      ...headOf(facts, 'council-report'),
      'BÁO CÁO',
      scope,
      'I. CĂN CỨ',
      ...citedDecisions(facts),
      foundingNumber(facts),
      `1. Hội đồng họp ${heldOn}`,
      session.place,
      ...minutesNumber(facts),
      `có mặt ${present}/${members.length} thành viên`,
      ...regulationNumber(facts),
      `2. Hội đồng xem xét ${worded(products.length)} sản phẩm của ${worded(producersOf(products))} chủ thể`,
      ...tallied(products.map(({ item }) => item.producerKind)),
      ...tallied(products.map(({ item }) => applicationWords[item.application])),
      `1. Kết quả chung: chấm điểm ${worded(scored.length + late.length)} sản phẩm`,
      ...(late.length === 0 ? [] : [`trong đó ${worded(late.length)} sản phẩm có hồ sơ bị loại`]),
      ...(rejected.length === late.length ? [] : [`không chấm ${worded(rejected.length - late.length)} sản phẩm`]),
      'Đề nghị cấp trên',
      [...starRows(facts, scored), `Tổng số ${countsOf(scored)}`].join(' '),
      '2. Theo nhóm sản phẩm:',
      ...tallied(products.map(({ form }) => form.group ?? form.sector)),
      '3. Hồ sơ bị loại',
      ...rejected.flatMap(({ item }) => [
        `${item.productName} của ${item.producerName}`,
        ...item.rejections.flatMap(({ question, reason }) => [question, reason]),
      ]),
      ...(products.every(addUp) ? [] : ['4. Điểm của từng sản phẩm']),
      'III. NHẬN XÉT',
      ...findings(facts, scored),
      'IV. ĐỀ NGHỊ',
      ...(recognised.length === 0 ? [] : [`công nhận ${worded(recognised.length)} sản phẩm OCOP`]),
      ...(sentUp.length === 0 ? [] : [`${worded(sentUp.length)} sản phẩm đạt từ ${threshold} điểm trở lên`]),
      'Nơi nhận',
    ),
    say('Phụ lục KẾT QUẢ', ...annexReference(facts, 'council-report'), 'TT Sản phẩm, chủ thể'),
    ...products.map(row),
  ]
}

const producersOf = (products: readonly Product[]): number =>
  new Set(products.map(({ item }) => item.producerName)).size

/** Products, producers, recognised, sent up. */
const countsOf = (products: readonly Product[]): string =>
  [
    products.length,
    producersOf(products),
    products.filter(({ outcome }) => outcome === 'recognised').length,
    products.filter(({ outcome }) => outcome === 'sent-up').length,
  ]
    .map(two)
    .join(' ')

function starRows({ rules }: Facts, scored: readonly Product[]): readonly string[] {
  const of = (wanted: number) => scored.filter(({ star }) => star === wanted)
  return [
    ...rules.bands.map(({ star }) => `${star} sao ${countsOf(of(star))}`),
    ...(of(0).length === 0 ? [] : [`Không xếp hạng ${countsOf(of(0))}`]),
  ]
}

function row({ place, item, address, isRejected, parts, mean, star, outcome }: Product): Statement {
  const words = { 'sent-up': ', đề nghị cấp trên', recognised: ', đề nghị công nhận', none: '' }[outcome]
  const result = isRejected ? 'Hồ sơ bị loại' : `${parts.A} ${parts.B} ${parts.C} ${mean} ${starWords(star)}${words}`
  return say(`${place} ${item.productName} ${item.producerName} ${address} ${result}`)
}

/** A list numbered from 1: range, what was lacking, how it was scored, what was concluded otherwise. */
function findings(facts: Facts, scored: readonly Product[]): readonly string[] {
  const hundredths = ({ mean }: Product) => Number(mean.replace(',', ''))
  const sorted = scored.toSorted((a, b) => hundredths(b) - hundredths(a))
  const [highest] = sorted
  const lowest = sorted.at(-1)
  if (highest === undefined || lowest === undefined) return []
  const named = ({ item, mean }: Product) => `${item.productName} (${mean} điểm)`
  const lists = [
    scored.length === 1 ? [named(highest)] : [named(highest), named(lowest)],
    lacking(scored),
    course(facts),
    facts.products.flatMap((product) => {
      const pieces = conclusionPieces(product)
      return pieces.length === 0 ? [] : [`${product.item.productName}:`, ...pieces]
    }),
  ].filter(({ length }) => length > 0)
  return lists.flatMap((list, index) => [`${index + 1}.`, ...list])
}

/** The five requirements that most products lack for a higher star. */
function lacking(scored: readonly Product[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { gates, band, criteria, star: final, ruleStar } of scored) {
    const failed = gates.filter(({ star, holds }) => star <= band && !holds)
    const ofNext = final < ruleStar ? [] : gates.filter(({ star, holds }) => star === band + 1 && !holds)
    const lacked = failed.length > 0 ? failed : ofNext
    const titles = new Set(lacked.map(({ code }) => criteria.find((criterion) => criterion.code === code)?.title ?? ''))
    for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([title, count]) => `${title} (${two(count)} sản phẩm)`)
}

function course({ products, papers }: Facts): readonly string[] {
  const count = (has: (product: Product) => boolean) => products.filter(has).length
  const rescored = count(({ item }) => item.earlierRounds.length > 0)
  const waived = count(({ item }) => item.spreadWaiver !== null)
  const recused = count(({ item }) => item.exclusions.some(({ kind }) => kind === 'recused'))
  return [
    ...(rescored === 0 ? [] : [`${two(rescored)} sản phẩm được chấm lại`]),
    ...(waived === 0
      ? []
      : [`${two(waived)} sản phẩm có điểm chênh lệch quá ${papers.record.regulation.spreadLimit} điểm`]),
    ...(recused === 0 ? [] : [`${two(recused)} sản phẩm có thành viên không tham gia chấm`]),
  ]
}
