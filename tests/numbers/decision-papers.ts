import { say, type Statement } from './account.ts'
import {
  annexReference,
  applicationWords,
  foundingNumber,
  headOf,
  legalBases,
  minutesReference,
  referralNote,
  reference,
  regulationNumber,
} from './cited.ts'
import type { Facts, Product } from './facts.ts'
import { two, worded } from './words.ts'

// The decision, the proposal that asks for it, and the letter with which products go up.

const producersOf = (products: readonly Product[]): number =>
  new Set(products.map(({ item }) => item.producerName)).size

/** Highest star first, then in the order of the agenda. */
export function byStar(products: readonly Product[]): readonly Product[] {
  return products.toSorted((a, b) => b.star - a.star)
}

export function decisionStatements(facts: Facts): readonly Statement[] {
  const { recognised, sentUp, scope, rules, threshold, level } = facts
  const recognises = recognised.length > 0
  const goesUp = sentUp.length > 0
  const isBoth = recognises && goesUp
  const stars = [...new Set(byStar(recognised).map(({ star }) => star))]
  const returned = level.referral?.returned
  let article = 0
  const next = () => {
    article += 1
    return `Điều ${article}.`
  }
  return [
    say(
      ...headOf(facts, 'decision'),
      'Về việc phê duyệt kết quả',
      scope,
      ...legalBases(facts),
      foundingNumber(facts),
      ...regulationNumber(facts),
      'Căn cứ Biên bản họp',
      minutesReference(facts),
      ...reference(facts, 'proposal'),
      'QUYẾT ĐỊNH:',
      ...(recognises
        ? [
            next(),
            `công nhận ${worded(recognised.length)} sản phẩm`,
            scope,
            `của ${worded(producersOf(recognised))} chủ thể`,
            ...stars.map(
              (star) => `${two(recognised.filter((other) => other.star === star).length)} sản phẩm hạng ${star} sao`,
            ),
            ...(isBoth ? ['tại Phụ lục I kèm theo', `không gồm ${worded(sentUp.length)} sản phẩm nêu tại Điều 2`] : []),
          ]
        : []),
      ...(goesUp
        ? [
            next(),
            `đối với ${worded(sentUp.length)} sản phẩm đạt từ ${threshold} điểm trở lên`,
            rules.articles['referral'] ?? '',
            ...(isBoth ? ['tại Phụ lục II kèm theo'] : []),
            ...(returned === undefined
              ? []
              : [
                  `không đạt ${threshold} điểm`,
                  `công nhận hạng ${level.recognises.map((star) => `${star} sao`).join(', ')}`,
                  returned,
                ]),
          ]
        : []),
      ...(recognises ? [next(), 'công nhận tại Điều 1', `thời hạn ${worded(rules.certificateMonths)} tháng`] : []),
      next(),
      `Như Điều ${article}`,
    ),
    ...annexStatements(facts, 'decision'),
  ]
}

export function proposalStatements(facts: Facts): readonly Statement[] {
  const { recognised, sentUp, scope, threshold, products, rules } = facts
  const isBoth = recognised.length > 0 && sentUp.length > 0
  const annex = (name: string) => (isBoth ? [`(${name})`] : ['(Phụ lục)'])
  return [
    say(
      ...headOf(facts, 'proposal'),
      'Về việc phê duyệt kết quả',
      scope,
      ...legalBases(facts),
      foundingNumber(facts),
      ...regulationNumber(facts),
      'căn cứ Biên bản họp',
      minutesReference(facts),
      ...reference(facts, 'council-report'),
      `1. Hội đồng đã đánh giá, phân hạng ${worded(products.length)} sản phẩm`,
      scope,
      ...rules.decisions.map(({ number }) => `Quyết định số ${number}`),
      ...regulationNumber(facts),
      '2.',
      ...(recognised.length > 0 ? [`đối với ${worded(recognised.length)} sản phẩm OCOP`, ...annex('Phụ lục I')] : []),
      ...(sentUp.length > 0
        ? [`${worded(sentUp.length)} sản phẩm đạt từ ${threshold} điểm trở lên`, ...annex('Phụ lục II')]
        : []),
      '3. Hồ sơ trình gồm',
      ...reference(facts, 'council-report'),
      minutesReference(facts),
      'xem xét, quyết định',
    ),
    ...annexStatements(facts, 'proposal'),
  ]
}

/** The lists of what is recognised and of what goes up, each with its rows from first to last. */
function annexStatements(facts: Facts, kind: 'decision' | 'proposal'): readonly Statement[] {
  const { recognised, sentUp, scope, threshold } = facts
  const isBoth = recognised.length > 0 && sentUp.length > 0
  return [
    ...(recognised.length === 0
      ? []
      : [
          say(
            isBoth ? 'Phụ lục I DANH SÁCH' : 'Phụ lục DANH SÁCH',
            scope.toUpperCase(),
            ...annexReference(facts, kind),
            ...byStar(recognised).map(
              ({ item, address, form, star }, index) =>
                `${index + 1} ${item.productName} ${item.producerName} ${address} ${form.name} ${applicationWords[item.application]} ${star}`,
            ),
          ),
        ]),
    ...(sentUp.length === 0
      ? []
      : [
          say(
            isBoth ? 'Phụ lục II DANH SÁCH' : 'Phụ lục DANH SÁCH',
            `ĐẠT TỪ ${threshold} ĐIỂM TRỞ LÊN`,
            ...annexReference(facts, kind),
            ...sentUp.map((product, index) =>
              [
                `${index + 1} ${product.item.productName}`,
                ...referralNote(product),
                product.item.producerName,
                product.address,
                product.form.name,
                `${product.mean} ${product.star}`,
              ].join(' '),
            ),
          ),
        ]),
  ]
}

export function referralLetterStatements(facts: Facts): readonly Statement[] {
  const { sentUp, scope, threshold, products, rules, level } = facts
  const article = rules.articles['referral'] ?? ''
  const dossier = level.referral?.dossier
  const again = sentUp.filter(({ item }) => item.application === 'reassessment')
  const first = sentUp.filter((product) => !again.includes(product))
  const papers = [...reference(facts, 'council-report'), minutesReference(facts), ...reference(facts, 'decision')]
  const samples = dossier === undefined ? [] : [`${two(dossier.samples)} sản phẩm mẫu`]
  const copies =
    dossier === undefined ? [] : [`${two(dossier.copies.paper)} bộ hồ sơ giấy và ${two(dossier.copies.electronic)} bộ`]
  const ofFirst =
    dossier === undefined ? papers : [`${two(first.length)} sản phẩm`, dossier.first.article, ...papers, ...samples]
  const ofAgain =
    dossier === undefined ? [] : [`${two(again.length)} sản phẩm`, dossier.reassessment.article, ...samples]
  return [
    // Number and subject stand beside the day, in one order or the other.
    ...headOf(facts, 'referral-letter').map((text) => say(text)),
    say('V/v', scope),
    say(
      'Kính gửi',
      ...citedDecisions(facts),
      'căn cứ Biên bản họp',
      minutesReference(facts),
      ...reference(facts, 'decision'),
      `1. Hội đồng đã đánh giá, phân hạng ${worded(products.length)} sản phẩm`,
      `trong đó ${worded(sentUp.length)} sản phẩm đạt từ ${threshold} điểm trở lên`,
      article,
      '2.',
      `${worded(sentUp.length)} sản phẩm nêu trên`,
      `trung bình từ ${threshold} điểm trở lên`,
      article,
      '3.',
      ...copies,
      ...(first.length > 0 ? ofFirst : []),
      ...(again.length > 0 ? ofAgain : []),
      'quan tâm, xem xét',
    ),
    say(
      'Phụ lục DANH MỤC',
      `ĐẠT TỪ ${threshold} ĐIỂM TRỞ LÊN ${scope.toUpperCase()}`,
      ...annexReference(facts, 'referral-letter'),
      ...sentUp.map((product, index) =>
        [
          `${index + 1} ${product.item.productName} (${product.item.code})`,
          ...referralNote(product),
          product.item.producerName,
          product.item.producerKind,
          product.address,
          product.form.name,
          applicationWords[product.item.application],
          `${product.mean} ${product.star}`,
        ].join(' '),
      ),
    ),
  ]
}

const citedDecisions = ({ rules, level }: Facts): readonly string[] =>
  (level.legalBases ?? rules.legalBases)
    .filter((basis) => /\d/.test(basis))
    .map((basis) => basis.replace(/^Căn cứ /, ''))
