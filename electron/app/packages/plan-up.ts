import type { PackageProduct } from '../../../shared/api/package-data.ts'
import type { ProductDifference, UpRow } from '../../../shared/api/packages.ts'
import type { CommuneChange } from '../../../shared/domain/communes/index-communes.ts'
import { closedYearsIn, type ClosedYears } from '../../../shared/domain/register/closed-years.ts'
import { planList, type ListPlan } from '../../../shared/domain/register/plan-list.ts'
import type { ProductFacts, RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import type { RegisterRow } from '../../../shared/domain/register/register-list.ts'
import { applicationText } from '../../documents/outcome.ts'

type ToPlan = {
  readonly products: readonly PackageProduct[]
  readonly register: readonly RegisteredProduct[]
  /** The office's list of communes. */
  readonly changes: readonly CommuneChange[]
  /** The session's: for it the products are registered here. */
  readonly year: number
}

type ToShow = ToPlan & { readonly closedYears: readonly number[] }

/** What taking these products would write: as of an office's list, so that a product is the same by the same rule. */
export function planUp({ products, register, changes, year }: ToPlan): ListPlan {
  return planList({ rows: products.map(asListed), known: register, changes, year })
}

/** How each product stands to the register. */
export function upRows(asked: ToShow): readonly UpRow[] {
  const plan = planUp(asked)
  const byId = new Map(asked.register.map((one) => [one.id, one]))
  const byRow = new Map(plan.rows.map((one) => [one.row, one]))
  const closedOf = closedYearsIn(asked.register, asked.closedYears)
  const near = Map.groupBy(plan.near, ({ row }) => row)
  return asked.products.map((product) => {
    const planned = byRow.get(product.row)
    const known = planned?.product.id == null ? undefined : byId.get(planned.product.id)
    const differences = planned === undefined || known === undefined ? [] : differencesOf(known, planned.facts)
    return {
      product,
      change: known === undefined ? 'new' : differences.length > 0 ? 'changed' : 'same',
      differences,
      registers: planned?.registration?.year ?? null,
      near: near.get(product.row) ?? [],
      closedYear: planned === undefined ? null : firstOf(closedOf(planned)),
    }
  })
}

const firstOf = ({ decided, registered }: ClosedYears): number | null => decided[0] ?? registered[0] ?? null

const fields = ['code', 'commune', 'district'] as const
const ofProducer = ['kind', 'representative', 'phone', 'address'] as const

function differencesOf(here: ProductFacts, there: ProductFacts): readonly ProductDifference[] {
  return [
    ...fields.map((field) => ({ field, here: here[field], there: there[field] })),
    ...ofProducer.map((field) => ({ field, here: here.producer[field], there: there.producer[field] })),
  ].filter((one) => one.here !== one.there)
}

function asListed(product: PackageProduct): RegisterRow {
  const { row, code, name, commune, district, producer, application } = product
  const { kind, representative, phone, address } = producer
  return {
    row,
    state: 'sound',
    values: {
      product: name,
      producer: producer.name,
      kind: kind === '' ? null : kind,
      commune: commune === '' ? null : commune,
      district: district === '' ? null : district,
      star: null,
      score: null,
      decisionNumber: null,
      decisionDate: null,
      validUntil: null,
    },
    details: {
      code,
      representative,
      phone,
      address,
      application: applicationText[application],
    },
    recognitions: [],
    raw: {},
  }
}
