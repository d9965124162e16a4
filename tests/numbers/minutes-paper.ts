import { say, type Statement } from './account.ts'
import { citedDecisions, conclusionPieces, explanation, foundingNumber, headOf, regulationNumber } from './cited.ts'
import { lackText, roundFacts, type Facts, type Product } from './facts.ts'
import { starWords, two, worded } from './words.ts'

// Biên bản họp Hội đồng.

export function minutesStatements(facts: Facts): readonly Statement[] {
  const { papers, products, scope, heldOn } = facts
  const { session, regulation } = papers.record
  const clock = (time: string) => (time === '' ? heldOn : `${time.replace(':', ' giờ ')}, ${heldOn}`)
  return [
    say(
      ...headOf(facts, 'minutes', false),
      'BIÊN BẢN',
      scope,
      `Thời gian bắt đầu:`,
      clock(session.minutes.beganAt),
      'Địa điểm',
      ...placeOf(facts),
      foundingNumber(facts),
    ),
    ...attendance(facts),
    say(
      'II. NỘI DUNG',
      `${worded(products.length)} sản phẩm của ${worded(producersOf(products))} chủ thể`,
      scope,
      ...citedDecisions(facts),
    ),
    rulesApplied(facts),
    say('IV. KHÔNG CHẤM', ...exclusions(facts), 'V. KẾT QUẢ'),
    say('V. KẾT QUẢ', `Kết quả của ${worded(products.length)} sản phẩm`),
    ...products.map(resultRow),
    ...products.map((product) => say(`${product.title}: `, ...reasons(facts, product))),
    say(
      'VI. CHÊNH LỆCH',
      `1. Chênh lệch điểm vượt mức ${regulation.spreadLimit} điểm`,
      ...products.flatMap((product) => spreads(facts, product)),
      '2. Sản phẩm chấm lại',
      ...products.flatMap((product) => rounds(facts, product)),
      '3. Hồ sơ bị loại',
      ...products.flatMap(({ title, item, unused }) =>
        item.rejections.flatMap(({ question, reason }) => [
          `${title}: ${question}`,
          reason,
          ...(unused === 0 ? [] : [`đã chấm ${two(unused)} phiếu`]),
        ]),
      ),
      'VII. THẢO LUẬN',
      ...session.minutes.discussion.split('\n'),
      'VIII. KẾT LUẬN',
      ...conclusions(facts),
      ...missing(facts),
      `SHA-256`,
      (papers.stage === 'open' ? papers.record.digest : papers.record.recordDigest).match(/.{4}/g)?.join(' ') ?? '',
      ...(session.minutes.endedAt === '' ? [] : [`kết thúc vào ${clock(session.minutes.endedAt)}`]),
    ),
  ]
}

const producersOf = (products: readonly Product[]): number =>
  new Set(products.map(({ item }) => item.producerName)).size
const placeOf = ({ papers }: Facts) => [papers.record.session.place]

function attendance(facts: Facts): readonly Statement[] {
  const { members, regulation, quorum } = facts.papers.record
  const present = members.filter(({ isPresent }) => isPresent)
  const absent = members.filter(({ isPresent }) => !isPresent)
  const { numerator, denominator } = regulation.quorum
  let required = 0
  while (required * denominator < members.length * numerator) required += 1
  const named = (who: typeof members) => who.map(({ code, name }) => `${code}: Ông/Bà ${name}`)
  const countOf = (who: typeof members) => (who.length === 0 ? '' : ` (${two(who.length)})`)
  const isMet = present.length >= required && quorum.isMet
  return [
    say(
      '1. Chủ trì (chủ tọa)',
      members.find(({ role }) => role === 'chair')?.name ?? '',
      '2. Thư ký (người ghi biên bản)',
      members.find(({ role }) => role === 'secretary')?.name ?? '',
      `3. Thành viên có mặt${countOf(present)}`,
      ...named(present),
      `4. Thành viên vắng mặt${countOf(absent)}`,
      ...named(absent),
      `5. Hội đồng có ${two(members.length)} thành viên, có mặt ${two(present.length)}`,
      ...regulationNumber(facts),
      `: ${two(required)} (${numerator}/${denominator} tổng số thành viên`,
      isMet ? 'Hội đồng đủ điều kiện họp' : 'Hội đồng chưa đủ điều kiện họp',
    ),
  ]
}

function rulesApplied({ rules, threshold, papers }: Facts): Statement {
  const bands = rules.bands.map(({ star, from }, index) => {
    const below = rules.bands[index - 1]?.from
    if (below === undefined) return `${star} sao từ ${from} điểm`
    return from === 0 ? `${star} sao dưới ${below} điểm` : `${star} sao từ ${from} đến dưới ${below} điểm`
  })
  const { bands: article = '', gates = '', referral = '' } = rules.articles
  return say(
    'III. QUY ĐỊNH ÁP DỤNG 1.',
    ...bands,
    `(${article})`,
    '2.',
    `(${gates})`,
    '3.',
    `chênh lệch quá ${papers.record.regulation.spreadLimit} điểm`,
    ...(threshold === null ? [] : ['4.', `từ ${threshold} điểm trở lên`, `(${referral})`]),
    'IV. KHÔNG CHẤM',
  )
}

function exclusions({ products, papers }: Facts): readonly string[] {
  return products.flatMap(({ title, item }) =>
    item.exclusions.flatMap(({ memberId, kind, reason }) => {
      const member = papers.record.members.find(({ id }) => id === memberId)
      const what = kind === 'recused' ? 'không tham gia chấm' : 'vắng mặt'
      return [`${title}: Ông/Bà ${member?.name} (${member?.code}) ${what}`, ...(reason === '' ? [] : [reason])]
    }),
  )
}

function resultRow({ title, place, item, counted, isRejected, mean, star, outcome }: Product): Statement {
  const result = isRejected ? 'Bị loại' : `${mean} ${starWords(star)}`
  return say(`${place} ${title} ${item.producerName} ${counted} ${result}${outcome === 'sent-up' ? ' Đề nghị' : ''}`)
}

function reasons(facts: Facts, product: Product): readonly string[] {
  const from = facts.rules.bands.find(({ star }) => star === product.band + 1)?.from ?? 0
  const agreed = Object.keys(product.item.agreedLevels)
  const { note = '' } = product.item.conclusion ?? {}
  const other = conclusionPieces(product)
  return [
    ...explanation(facts, product, lackText(product, from)),
    ...agreed.map((code) => `tiêu chí ${code}:`),
    ...other,
    ...(other.length === 0 && note !== '' ? [note.replace(/\.$/, '')] : []),
  ]
}

function spreads(facts: Facts, product: Product): readonly string[] {
  const limit = facts.papers.record.regulation.spreadLimit
  const { title, item, spread } = product
  return [
    ...item.earlierRounds.flatMap((round) => {
      const before = roundFacts(facts, product, round)
      return before.spread > limit ? [`${title}: chênh lệch ${before.spread} điểm tại lần chấm ${round.number};`] : []
    }),
    ...(spread > limit ? [`${title}: chênh lệch ${spread} điểm;`, item.spreadWaiver ?? 'chưa được xử lý'] : []),
  ]
}

function rounds(facts: Facts, product: Product): readonly string[] {
  const limit = facts.papers.record.regulation.spreadLimit
  return product.item.earlierRounds.flatMap((round) => {
    const { mean, spread } = roundFacts(facts, product, round)
    return [
      `${product.title}: không dùng kết quả lần chấm ${round.number} (điểm trung bình ${mean}, chênh lệch ${spread} điểm)`,
      ...(spread > limit ? [`chênh lệch quá mức ${limit} điểm`] : []),
    ]
  })
}

function conclusions({ recognised, sentUp, others, threshold }: Facts): readonly string[] {
  const countOf = (list: readonly Product[]) => (list.length === 0 ? 'không có' : `(${two(list.length)} sản phẩm)`)
  return [
    '1. Đề nghị',
    countOf(recognised),
    ...recognised.map(({ title, star }) => `${title}: ${star} sao`),
    ...(threshold === null
      ? []
      : [
          '2. Đề nghị',
          `từ ${threshold} điểm trở lên`,
          countOf(sentUp),
          ...sentUp.map(({ title, mean, star }) => `${title}: ${mean} điểm, ${star} sao`),
        ]),
    `${threshold === null ? 2 : 3}. Không đề nghị công nhận`,
    countOf(others),
    ...others.map(({ title }) => title),
  ]
}

/** A draft says what keeps the session from being locked. */
function missing({ papers }: Facts): readonly string[] {
  return papers.stage === 'open' ? (papers.tally.missing ?? []) : []
}
