import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ItemRecord, MemberRecord } from '../../shared/domain/session/session-record.ts'
import type { SessionPapers } from './run-session.ts'
import { decreeDate, hundredthsOf, hundredthsText, meanText } from './words.ts'

// What the papers of a session have to say, worked out from its JSON and the law's data alone.

type Part = 'A' | 'B' | 'C'
type PlainOption = {
  readonly points: number
  readonly label: string
  readonly minStar?: number
  readonly case?: string
}
export type PlainCriterion = {
  readonly code: string
  readonly title: string
  readonly max: number
  readonly options: readonly PlainOption[]
  readonly minStarOnTitle?: number
  readonly appliesOnlyIf?: string
  readonly note?: string
  readonly knockout?: string
  readonly requirement?: string
  readonly parent?: string
  readonly parentTitle?: string
  readonly cases?: readonly { readonly code: string; readonly label: string }[]
}
type PlainSection = {
  readonly code: string
  readonly title: string
  readonly max: number
  readonly criteria: readonly PlainCriterion[]
}
export type PlainForm = {
  readonly decision: string
  readonly setNumber: number
  readonly name: string
  readonly sector: string
  readonly group?: string
  readonly rejectedIf?: readonly string[]
  readonly parts: readonly {
    readonly code: Part
    readonly title: string
    readonly max: number
    readonly sections: readonly PlainSection[]
  }[]
}
type PlainLevel = {
  readonly level: string
  readonly recognises: readonly number[]
  readonly legalBases?: readonly string[]
  readonly referral: null | {
    readonly threshold: number
    readonly returned?: string
    readonly dossier?: {
      readonly first: { readonly article: string }
      readonly reassessment: { readonly article: string }
      readonly samples: number
      readonly copies: { readonly paper: number; readonly electronic: number }
    }
  }
}
type PlainRules = {
  readonly decisions: readonly { readonly number: string; readonly date: string }[]
  readonly criteriaFolder: string
  readonly bands: readonly { readonly star: number; readonly from: number }[]
  readonly levels: readonly PlainLevel[]
  readonly legalBases: readonly string[]
  readonly certificateMonths: number
  readonly articles: Readonly<Record<string, string>>
}

/** Who counted what of a gate of a star. */
type Gate = {
  readonly code: string
  readonly star: number
  readonly reached: number
  readonly isAgreed: boolean
  readonly holds: boolean
  readonly label: string
}

export type Ballot = {
  readonly member: MemberRecord
  readonly counts: boolean
  readonly chosen: readonly number[]
  readonly points: readonly number[]
  readonly parts: Readonly<Record<Part, number>>
  readonly total: number
}

export type Product = {
  readonly item: ItemRecord
  readonly place: number
  /** `SP02. Mật ong hoa rừng` */
  readonly title: string
  readonly address: string
  readonly form: PlainForm
  readonly criteria: readonly (PlainCriterion & { readonly part: Part })[]
  readonly ballots: readonly Ballot[]
  /** None, nor any mark, of a rejected product. */
  readonly counted: number
  /** Ballots that a rejected product had. */
  readonly unused: number
  readonly mean: string
  readonly parts: Readonly<Record<Part, string>>
  /** By the mean alone, by mean and gates, and as the council concluded. */
  readonly band: number
  readonly ruleStar: number
  readonly star: number
  readonly isRejected: boolean
  readonly spread: number
  readonly gates: readonly Gate[]
  readonly outcome: 'recognised' | 'sent-up' | 'none'
}

export type Facts = {
  readonly papers: SessionPapers
  readonly rules: PlainRules
  readonly level: PlainLevel
  readonly threshold: number | null
  readonly products: readonly Product[]
  readonly recognised: readonly Product[]
  readonly sentUp: readonly Product[]
  readonly others: readonly Product[]
  /** Where its papers are dated: `Lương Sơn`. */
  readonly seat: string
  /** `năm 2024 (đợt 1)` */
  readonly scope: string
  readonly heldOn: string
}

/** @throws Error where the two answers of the program, or one of them and the ballots, do not agree. */
export function factsOf(papers: SessionPapers): Facts {
  const { record, tally } = papers
  const rules = readResource<PlainRules>(`rules/${tally.ruleSet}.json`)
  const level = rules.levels.find((candidate) => candidate.level === tally.level)
  if (level === undefined) throw new Error(`no level ${tally.level}`)
  const threshold = record.referralThreshold
  const floors = [...rules.bands.map(({ from }) => from), ...(threshold === null ? [] : [threshold])]
  const products = record.items.map((item, index) => productOf({ papers, rules, level, floors, item, index }))
  const { council, session } = record
  return {
    papers,
    rules,
    level,
    threshold,
    products,
    recognised: products.filter(({ outcome }) => outcome === 'recognised'),
    sentUp: products.filter(({ outcome }) => outcome === 'sent-up'),
    others: products.filter(({ outcome }) => outcome === 'none'),
    seat: tally.level === 'district' ? council.district : council.province,
    scope: `năm ${session.year} (đợt ${session.round})`,
    heldOn: decreeDate(session.heldOn),
  }
}

type ProductInput = {
  papers: SessionPapers
  rules: PlainRules
  level: PlainLevel
  floors: readonly number[]
  item: ItemRecord
  index: number
}

function productOf({ papers, rules, level, floors, item, index }: ProductInput): Product {
  const { record, tally } = papers
  const told = tally.products[index]
  if (told === undefined || told.code !== item.code)
    throw new Error(`${item.code} is not in the tally’s place ${index}`)
  const number = String(item.form.setNumber).padStart(2, '0')
  const form = readResource<PlainForm>(`criteria/${rules.criteriaFolder}/${number}.json`)
  const criteria = criteriaOf(form)
  const ballots = ballotsOf(item, criteria, record.members)
  const counting = ballots.filter(({ counts }) => counts)
  const sum = sumOf(counting.map(({ total }) => total))
  const parts = (['A', 'B', 'C'] as const).map(
    (part) => [part, sumOf(counting.map((ballot) => ballot.parts[part]))] as const,
  )
  const totals = counting.map(({ total }) => total)
  const spread = totals.length < 2 ? 0 : Math.max(...totals) - Math.min(...totals)
  const band = rules.bands.find(({ from }) => counting.length > 0 && sum >= from * counting.length)?.star ?? 0
  const gates = gatesOf(item, criteria, counting)
  const failed = gates.filter(({ star, holds }) => star <= band && !holds)
  const ruleStar = item.rejections.length > 0 ? 0 : starOf(band, failed)
  const mean = meanText(sum, counting.length, floors)
  agree(
    item.code,
    { ...told, digest: '' },
    {
      countedBallots: counting.length,
      sum,
      mean,
      band,
      star: ruleStar,
      spread,
      rejected: item.rejections.length > 0,
      partMeans: Object.fromEntries(parts.map(([part, points]) => [part, { sum: points, count: counting.length }])),
      failedGates: failed.map(({ code, star }) => ({ criterion: code, star })),
    },
  )
  const star = item.conclusion?.star ?? ruleStar
  const isUsed = item.rejections.length === 0
  return {
    item,
    place: index + 1,
    title: `${item.code}. ${item.productName}`,
    address: [item.commune, item.district].filter((part) => part !== '').join(', '),
    form,
    criteria,
    ballots,
    counted: isUsed ? counting.length : 0,
    unused: isUsed ? 0 : counting.length,
    mean: isUsed ? mean : '',
    parts: Object.fromEntries(
      parts.map(([part, points]) => [part, isUsed ? meanText(points, counting.length) : '']),
    ) as Product['parts'],
    band,
    ruleStar,
    star,
    isRejected: told.rejected,
    spread: isUsed ? spread : 0,
    gates: isUsed ? gates : [],
    outcome: told.referred ? 'sent-up' : level.recognises.includes(star) ? 'recognised' : 'none',
  }
}

function agree(code: string, told: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(found)) {
    if (sorted(told[key]) !== sorted(value)) {
      throw new Error(`${code}, ${key}: the program says ${sorted(told[key])}, its ballots ${sorted(value)}`)
    }
  }
}

const sorted = (value: unknown): string => JSON.stringify(value)

export function criteriaOf(form: PlainForm): Product['criteria'] {
  return form.parts.flatMap(({ code: part, sections }) =>
    sections.flatMap(({ criteria }) => criteria.map((criterion) => ({ ...criterion, part }))),
  )
}

/** The ballots of a round that a later one replaced stand with that round. */
export function ballotsOf(
  { ballots }: { readonly ballots?: ItemRecord['ballots'] | undefined },
  criteria: Product['criteria'],
  members: readonly MemberRecord[],
): readonly Ballot[] {
  return (ballots ?? []).map(({ memberId, choices, counts }) => {
    const member = members.find(({ id }) => id === memberId)
    if (member === undefined) throw new Error(`a ballot of nobody: ${memberId}`)
    const chosen = [...choices].map(Number)
    const points = criteria.map(({ options }, index) => options[(chosen[index] ?? 0) - 1]?.points ?? 0)
    const partOf = (part: Part) => sumOf(points.filter((_, index) => criteria[index]?.part === part))
    return {
      member,
      counts,
      chosen,
      points,
      parts: { A: partOf('A'), B: partOf('B'), C: partOf('C') },
      total: sumOf(points),
    }
  })
}

function gatesOf(item: ItemRecord, criteria: Product['criteria'], counting: readonly Ballot[]): readonly Gate[] {
  return criteria.flatMap(({ code, options }, index) =>
    options.flatMap(({ minStar, points, label }, option) => {
      if (minStar === undefined) return []
      const reaches = (chosen: number) => chosen > option && (options[chosen - 1]?.points ?? 0) >= points
      const agreed = item.agreedLevels[code]
      const reached = counting.filter(({ chosen }) => reaches(chosen[index] ?? 0)).length
      const holds = agreed === undefined ? reached * 2 > counting.length : reaches(agreed)
      return [{ code, star: minStar, reached, isAgreed: agreed !== undefined, holds, label }]
    }),
  )
}

function starOf(band: number, failed: readonly Gate[]): number {
  let star = band
  while (star > 2 && failed.some((gate) => gate.star <= star)) star -= 1
  return star
}

/** Points that a product lacks to the next band, as the shown mean lets them be added up: `11,00`. */
export function lackText({ mean }: Product, from: number): string {
  const [whole = '0', rest = '0'] = mean.split(',')
  return hundredthsText(BigInt(from) * 100n - (BigInt(whole) * 100n + BigInt(rest)))
}

/** Mean and spread of a round that was scored again. */
export function roundFacts(facts: Facts, product: Product, round: ItemRecord['earlierRounds'][number]) {
  const counting = ballotsOf(round, product.criteria, facts.papers.record.members).filter(({ counts }) => counts)
  const totals = counting.map(({ total }) => total)
  const floors = [...facts.rules.bands.map(({ from }) => from), ...(facts.threshold === null ? [] : [facts.threshold])]
  return {
    mean: meanText(sumOf(totals), totals.length, floors),
    spread: totals.length < 2 ? 0 : Math.max(...totals) - Math.min(...totals),
  }
}

/** Whether the shown means of the parts add up to the shown mean. */
export function addUp({ parts, mean }: Product): boolean {
  const hundredths = (text: string) => BigInt(text.replace(',', '') || '0')
  return hundredths(parts.A) + hundredths(parts.B) + hundredths(parts.C) === hundredths(mean)
}

export function meanOf(points: readonly number[]): string {
  const hundredths = hundredthsOf(sumOf(points), points.length, [])
  return hundredths === null ? '' : hundredthsText(hundredths)
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const cache = new Map<string, unknown>()

function readResource<T>(path: string): T {
  if (!cache.has(path)) {
    cache.set(path, JSON.parse(readFileSync(join(import.meta.dirname, '../../resources', path), 'utf8')))
  }
  return cache.get(path) as T
}
