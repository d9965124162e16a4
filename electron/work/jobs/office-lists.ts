import type { ListPreview } from '../../../shared/api/register.ts'
import { planList } from '../../../shared/domain/register/plan-list.ts'
import type { RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import type { RegisterList } from '../../../shared/domain/register/register-list.ts'
import { previewList } from '../../app/register/preview-list.ts'
import { readList, type ListToRead } from '../../app/register/read-list.ts'
import { openShippedRules } from '../../app/rules/shipped.ts'

/** @throws Refusal `workbook-unreadable`, `no-list-head` */
export function readOfficeList(asked: ListToRead, resources: string): Promise<RegisterList> {
  return readList(asked, openShippedRules(resources).ruleSets)
}

type ListToPreview = ListToRead & { readonly register: readonly RegisteredProduct[]; readonly year: number }

/** @throws Refusal `workbook-unreadable`, `no-list-head` */
export async function previewOfficeList(
  { register, year, ...file }: ListToPreview,
  resources: string,
): Promise<ListPreview> {
  const list = await readOfficeList(file, resources)
  return previewList(list, planList({ rows: list.rows, known: register, year }))
}
