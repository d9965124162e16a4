import { ballotsOf, type Ballot, type Facts, type PlainForm, type Product } from './facts.ts'
import { numbersOf, plainText, type Paper } from './paper.ts'
import type { PageEdge } from './read-paper.ts'

/** A ballot as it must be printed. */
type Sheet = {
  readonly code: string
  /** Every text that stands on it, numbers and words. */
  readonly texts: readonly string[]
  /** What of it has to stand there as it is. */
  readonly facts: readonly string[]
  /** Bold whole numbers from top to bottom; null where it is not filled in. */
  readonly bold: readonly number[] | null
}

export type ReadBallots = {
  readonly name: string
  readonly pages: readonly Paper[]
  readonly edges: readonly PageEdge[]
  readonly bold: readonly (readonly number[])[]
}

const dots = '……………'

/** The sheets of a file of ballots in their order. */
export function sheetsOf(facts: Facts, kind: 'blank-ballots' | 'spare-ballots' | 'filled-ballots'): readonly Sheet[] {
  const { products, papers } = facts
  if (kind === 'filled-ballots') {
    return products.flatMap((product) => {
      const before = product.item.earlierRounds.flatMap((round) =>
        ballotsOf(round, product.criteria, papers.record.members).map((ballot) => ({ ballot, round: round.number })),
      )
      const now = product.ballots.map((ballot) => ({ ballot, round: product.item.round }))
      return [...before, ...now].map(({ ballot, round }) =>
        productSheet({ facts, product, memberCode: ballot.member.code, memberName: ballot.member.name, round, ballot }),
      )
    })
  }
  const scored = products.filter(({ isRejected }) => !isRejected)
  if (kind === 'blank-ballots') {
    return scored.flatMap((product) =>
      papers.record.members
        .filter(({ id, isPresent }) => isPresent && !product.item.exclusions.some(({ memberId }) => memberId === id))
        .map(({ code, name }) =>
          productSheet({ facts, product, memberCode: code, memberName: name, round: product.item.round }),
        ),
    )
  }
  const forms = [...new Map(products.map(({ form }) => [form.setNumber, form])).values()].toSorted(
    (a, b) => a.setNumber - b.setNumber,
  )
  return [
    ...scored.map((product) =>
      productSheet({ facts, product, memberCode: dots, memberName: '', round: product.item.round }),
    ),
    ...forms.map((form) => ({ code: `${dots}/${dots}`, texts: formTexts(facts, form), facts: [], bold: null })),
  ]
}

type SheetInput = {
  facts: Facts
  product: Product
  memberCode: string
  memberName: string
  round: number
  ballot?: Ballot
}

function productSheet({ facts, product, memberCode, memberName, round, ballot }: SheetInput): Sheet {
  const { item, form, address } = product
  const code = [item.code, memberCode, ...(round > 1 ? [String(round)] : [])].join('/')
  const told = [
    `Mã phiếu: ${code}`,
    `Tên sản phẩm: ${item.productName}`,
    `Mã số sản phẩm: ${item.code} Lần chấm: ${round}`,
    `Tên chủ thể sản xuất: ${item.producerName}`,
    ...(memberName === '' ? [] : [`Thành viên đánh giá: ${memberCode}. ${memberName}`]),
  ]
  const totals = ballot === undefined ? [] : [ballot.parts.A, ballot.parts.B, ballot.parts.C, ballot.total]
  return {
    code,
    texts: [
      ...formTexts(facts, form),
      ...told,
      address,
      ...posts(facts, memberCode),
      ...totals.map(String),
      // The name stands under the signature too.
      memberName,
    ],
    facts: told,
    // The round stands in bold type too.
    bold: ballot === undefined ? null : [round, ...boldOf(form, ballot), ...totals],
  }
}

const posts = ({ papers }: Facts, code: string): readonly string[] =>
  papers.record.members.filter((member) => member.code === code).map(({ position }) => position)

/** Every number of the printed form: its sets, criteria, maxima, options, stars, and what is said under it. */
function formTexts({ scope, heldOn, papers }: Facts, form: PlainForm): readonly string[] {
  const { round, year } = papers.record.session
  const sum = form.parts.reduce((total, part) => total + part.max, 0)
  return [
    ...(scope === '' ? [] : [`Đợt ${round} năm ${year}, họp ${heldOn}`]),
    `${form.setNumber}. ${form.name} ${form.sector} ${form.group ?? ''}`,
    ...(form.rejectedIf ?? []),
    ...form.parts.flatMap((part) => [
      String(part.max),
      `PHẦN ${part.code} ${part.title}`,
      // The boxes under the table say what each part may have.
      `Phần ${part.code} ${part.max}`,
      ...part.sections.flatMap((section) => sectionTexts(section)),
    ]),
    `Tổng ${sum}`,
    'khoanh số 0',
    '*** 3 sao, **** 4 sao, ***** 5 sao',
  ]
}

function sectionTexts({
  code,
  title,
  max,
  criteria,
}: PlainForm['parts'][number]['sections'][number]): readonly string[] {
  const isOne = criteria.length === 1 && criteria[0]?.code === code
  return [
    ...(isOne ? [] : [`${code}. ${title}`, String(max)]),
    ...criteria.flatMap((criterion, index) => {
      const stars = criterion.minStarOnTitle === undefined ? '' : '*'.repeat(criterion.minStarOnTitle)
      const opens = criterion.parent !== undefined && criterion.parent !== criteria[index - 1]?.parent
      return [
        ...(opens ? [`${criterion.parent}. ${criterion.parentTitle ?? ''}`] : []),
        `${criterion.code}. ${criterion.title} ${stars} (tối đa ${criterion.max} điểm)`,
        ...[criterion.appliesOnlyIf, criterion.note, criterion.knockout, criterion.requirement].filter(
          (text) => text !== undefined,
        ),
        ...(criterion.options.some(({ points }) => points === 0) ? [] : ['0']),
        ...criterion.options.flatMap((option, place) => [
          option.case === criterion.options[place - 1]?.case
            ? ''
            : (criterion.cases?.find((candidate) => candidate.code === option.case)?.label ?? ''),
          `${option.label} ${option.minStar === undefined ? '' : '*'.repeat(option.minStar)} ${option.points}`,
        ]),
      ]
    }),
  ]
}

/** Maxima of parts and sections, and between them what is circled. */
function boldOf(form: PlainForm, ballot: Ballot): readonly number[] {
  let place = -1
  return form.parts.flatMap((part) => [
    part.max,
    ...part.sections.flatMap((section) => {
      const isOne = section.criteria.length === 1 && section.criteria[0]?.code === section.code
      const points = section.criteria.map(() => {
        place += 1
        return ballot.points[place] ?? 0
      })
      return [...(isOne ? [] : [section.max]), ...points]
    }),
  ])
}

/** The pages of the first ballot of a file: those before the next page that has no number. */
export function firstBallot({ name, pages, edges, bold }: ReadBallots): ReadBallots {
  const next = edges.findIndex(({ number }, index) => index > 0 && number === null)
  const end = next === -1 ? edges.length : next
  return { name, pages: pages.slice(0, end), edges: edges.slice(0, end), bold: bold.slice(0, end) }
}

/** What is wrong with a file of ballots: its sheets, their facts, and their numbers one by one. */
export function ballotFaults(read: ReadBallots, sheets: readonly Sheet[]): readonly string[] {
  const groups: { texts: string[]; bold: number[]; from: number }[] = []
  for (const [index, { text }] of read.pages.entries()) {
    const bold = read.bold[index] ?? []
    if (read.edges[index]?.number === null) {
      if (text.trim() !== '') groups.push({ texts: [text], bold: [...bold], from: index + 1 })
      continue
    }
    groups.at(-1)?.texts.push(text)
    // The page's own number is none of the ballot's.
    groups.at(-1)?.bold.push(...bold)
  }
  if (groups.length !== sheets.length) return [`${read.name}: ${groups.length} ballots, not ${sheets.length}`]
  return sheets.flatMap((sheet, index) => {
    const group = groups[index]
    const where = `${read.name}, ballot ${sheet.code} from page ${group?.from}`
    // A code may be broken behind its strokes.
    const text = (group?.texts.join(' ') ?? '').replaceAll('/ ', '/')
    return [
      ...sheet.facts
        .filter((fact) => !text.includes(plainText(fact).replaceAll('/ ', '/')))
        .map((fact) => `${where} does not say “${fact}”`),
      ...countFaults(where, numbersIn([text]), numbersIn(sheet.texts)),
      ...(sheet.bold === null || sameNumbers(sheet.bold, group?.bold ?? [])
        ? []
        : [`${where}: circled and summed is ${group?.bold.join(' ')}, not ${sheet.bold.join(' ')}`]),
    ]
  })
}

const sameNumbers = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((value, index) => value === right[index])

function numbersIn(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of texts.flatMap((text) => numbersOf(plainText(text))))
    counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function countFaults(
  where: string,
  found: ReadonlyMap<string, number>,
  due: ReadonlyMap<string, number>,
): readonly string[] {
  return [...new Set([...found.keys(), ...due.keys()])]
    .filter((number) => (found.get(number) ?? 0) !== (due.get(number) ?? 0))
    .map((number) => `${where}: “${number}” stands there ${found.get(number) ?? 0} times, not ${due.get(number) ?? 0}`)
}
