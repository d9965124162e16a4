import type { ApplicationKind } from '../session/session-record.ts'

/** What a product's dossier holds by a decision; files of `resources/rules/dossiers`. */
export type DossierRules = {
  /** Ids of the rule sets that it belongs to. */
  readonly ruleSets: readonly string[]
  readonly items: readonly DossierItem[]
  /** How a product is registered to be evaluated again; left out where the decision's text could not be read. */
  readonly reassessment?: ReassessmentFiling | undefined
  /** What the data themselves are unsure of. */
  readonly issues: readonly string[]
}

export type ReassessmentFiling = {
  readonly papers: readonly string[]
  /** Where the decision names the papers. */
  readonly papersArticle: string
  /** `01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử` */
  readonly copies: string
  /** To whom: `Ủy ban nhân dân cấp xã`. */
  readonly to: string
  /** Where it says when and to whom. */
  readonly article: string
}

export type DossierItem = {
  /** The same paper has one key under every decision. */
  readonly key: string
  readonly name: string
  readonly kind: DossierItemKind
  /** Who brings it. */
  readonly from: 'producer' | 'commune'
  readonly requirement?: string | undefined
  /** What is required besides where a product is registered so. */
  readonly requirementFor?: Readonly<Partial<Record<ApplicationKind, string | undefined>>> | undefined
  /** Of samples: how many are due. */
  readonly count?: number | undefined
  /** How long whoever issues it has from receiving the dossier, and where the law says so. */
  readonly issuedWithin?: { readonly workingDays: number; readonly article: string } | undefined
  /** Product sets that need none of it. */
  readonly exceptSets?: readonly number[] | undefined
  /** Criteria that it proves; `sets` as `1-17,23`. */
  readonly proves: readonly { readonly code: string; readonly sets: string }[]
  readonly article: string
}

export const dossierItemKinds = ['mandatory', 'supplementary', 'samples'] as const
export type DossierItemKind = (typeof dossierItemKinds)[number]

/** The items of a product of that set, with what is required of one registered so; of one whose set nobody said, all. */
export function dossierItemsOf(
  { items }: DossierRules,
  { setNumber, application }: { readonly setNumber: number | null; readonly application: ApplicationKind },
): readonly DossierItem[] {
  return items
    .filter(({ exceptSets = [] }) => setNumber === null || !exceptSets.includes(setNumber))
    .map((item) => {
      const required = [item.requirement, item.requirementFor?.[application]].filter((part) => part !== undefined)
      return required.length === 0 ? item : { ...item, requirement: required.join(' ') }
    })
}

/** Codes of the criteria that an item proves in the form of that set. */
export function criteriaProved({ proves }: DossierItem, setNumber: number | null): readonly string[] {
  return setNumber === null ? [] : proves.filter(({ sets }) => setsIn(sets).includes(setNumber)).map(({ code }) => code)
}

/** ISO days: of filing, and the one on which the commune had all of the dossier; null where nobody said. */
export type FilingDays = { readonly filedOn: string | null; readonly completeOn: string | null }

/** The day on which a dossier was lodged at the latest: one that was whole on a day was lodged by then. Null where nothing tells. */
export function lodgedBy({ filedOn, completeOn }: FilingDays): string | null {
  return filedOn ?? completeOn
}

/** `1-3,7` → 1, 2, 3, 7. */
export function setsIn(sets: string): readonly number[] {
  return sets.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
}
