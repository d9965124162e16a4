import { say, type Statement } from './account.ts'
import { conclusionPieces, minutesReference, reference } from './cited.ts'
import { lackText, type Facts, type Product } from './facts.ts'
import { decreeDate, two, wordsOf, worded } from './words.ts'

// What goes to a producer: notice of the result, certificate.

export function noticeStatements(facts: Facts): readonly Statement[] {
  return facts.products.map((product) => say(...noticeOf(facts, product)))
}

function noticeOf(facts: Facts, product: Product): readonly string[] {
  const { papers, rules, scope, threshold, seat, recognised, sentUp } = facts
  const { item, form, address, counted, parts, mean, star, isRejected, outcome } = product
  const entry = papers.notices?.entries.find(({ agendaItemId }) => agendaItemId === item.id)?.entry ?? null
  const max = form.parts.reduce((sum, part) => sum + part.max, 0)
  const numbered = papers.stage === 'numbered' && entry !== null
  return [
    ...(numbered ? [`Số: ${two(entry.number)}/${entry.symbol}`, `${seat}, ${decreeDate(entry.issuedOn)}`] : []),
    'THÔNG BÁO Kết quả',
    scope,
    'Căn cứ',
    ...(recognised.length + sentUp.length > 0 ? reference(facts, 'decision') : []),
    minutesReference(facts),
    [item.producerName, address].join(', '),
    `“${item.productName}” (mã số ${item.code}, bộ sản phẩm ${form.name})`,
    ...(isRejected
      ? [
          `1. Hồ sơ bị loại theo ${rules.articles['knockouts']}`,
          ...item.rejections.flatMap(({ question, reason }) => [question, reason]),
        ]
      : [
          `1. Kết quả chấm điểm là trung bình cộng của ${counted} phiếu`,
          `Quyết định số ${form.decision}:`,
          ...form.parts.map((part) => `Phần ${part.code}: ${part.title} ${part.max} ${parts[part.code]}`),
          `Tổng cộng ${max} ${mean}`,
          `Hạng theo kết quả Hội đồng${star === 0 ? '' : ` ${star} sao`}`,
          ...(star < product.ruleStar ? ['2.', ...conclusionPieces(product)] : []),
          ...shortfall(facts, product),
        ]),
    ...(star < product.ruleStar ? [] : conclusionPieces(product)),
    ...{
      'sent-up': [`đạt từ ${threshold} điểm trở lên`, `(${rules.articles['referral']})`],
      recognised: [`công nhận đạt hạng ${star} sao`, `thời hạn ${worded(rules.certificateMonths)} tháng`],
      none: [],
    }[outcome],
    'Nơi nhận:',
    item.producerName,
    ...(item.commune === '' ? [] : [item.commune.replace(/^(Xã|Phường) /, '')]),
  ]
}

function shortfall(facts: Facts, product: Product): readonly string[] {
  const { band, gates, criteria } = product
  const isLowered = product.star < product.ruleStar
  const failed = gates.filter(({ star, holds }) => star <= band && !holds)
  const next = facts.rules.bands.find(({ star }) => star === band + 1)
  const ofNext = isLowered ? [] : gates.filter(({ star, holds }) => star === band + 1 && !holds)
  const lacked = failed.length > 0 ? failed : ofNext
  const points =
    failed.length > 0 || isLowered || next === undefined
      ? []
      : [`Còn thiếu ${lackText(product, next.from)} điểm để đạt ${band + 1} sao`]
  if (points.length + lacked.length === 0) return []
  return [
    `${isLowered ? 3 : 2}. Nội dung còn thiếu`,
    ...points,
    ...lacked.map(({ code, star, label }) => {
      const title = criteria.find((criterion) => criterion.code === code)?.title ?? ''
      return `Tiêu chí ${code} (${title}) chưa đạt yêu cầu tối thiểu của hạng ${star} sao: ${label}`
    }),
  ]
}

export function certificateStatements(facts: Facts): readonly Statement[] {
  return sheets(facts, ['Chứng nhận sản phẩm'])
}

/** Over a sheet that has the words that are the same on all. */
export function overprintStatements(facts: Facts): readonly Statement[] {
  return sheets(facts, [])
}

function sheets(facts: Facts, printed: readonly string[]): readonly Statement[] {
  const { papers, products, rules, seat } = facts
  return (papers.certificates?.entries ?? []).slice(0, 20).map(({ itemId, certificate }) => {
    const product = products.find(({ item }) => item.id === itemId)
    if (product === undefined || product.outcome !== 'recognised')
      throw new Error('a certificate of what nobody recognises')
    const { item, star } = product
    const decision = papers.register.find(({ kind }) => kind === 'decision')
    const isNumbered = certificate !== null && decision !== undefined
    return say(
      ...(certificate === null ? [] : [`Số: ${certificate.code}`]),
      ...printed,
      item.productName,
      item.producerName,
      ...(/\d/.test(item.commune) ? [item.commune] : []),
      `Đạt hạng: ${star} sao (${wordsOf(star)} sao)`,
      ...(isNumbered
        ? [
            `Quyết định công nhận số ${two(decision.number)}/${decision.symbol} ${decreeDate(decision.issuedOn)}`,
            `Có giá trị đến ${decreeDate(monthsLater(decision.issuedOn, rules.certificateMonths))}`,
            `${seat}, ${decreeDate(decision.issuedOn)}`,
          ]
        : [`Có giá trị ${rules.certificateMonths} tháng`]),
    )
  })
}

/** Whole years in months: the same day of the year. */
function monthsLater(iso: string, months: number): string {
  if (months % 12 !== 0) throw new Error(`${months} months are no whole years`)
  return `${Number(iso.slice(0, 4)) + months / 12}${iso.slice(4)}`
}
