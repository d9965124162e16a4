import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { sampleCouncil, sampleMember, sampleProduct } from './sample-council.ts'
import type { AppClient } from '../../shared/api/contract.ts'

/**
 * A file with a provincial council, products that a list told were recognised in 2023, and a registration to have each evaluated
 * again, with everything that its dossier must have.
 */
export async function registeredAgain(
  client: AppClient,
  {
    members = 3,
    products = 2,
    year = 2026,
    recognisedOn = '2023-12-30',
  }: { members?: number; products?: number; year?: number; recognisedOn?: string } = {},
) {
  const { id: councilId } = await client.councils.save({ fields: sampleCouncil() })
  for (let number = 1; number <= members; number += 1) {
    await client.councils.saveMember({ councilId, fields: sampleMember(number) })
  }
  const all = Array.from({ length: products }, (_, index) => sampleProduct(index + 1))
  const productIds: number[] = []
  for (const fields of all) productIds.push((await client.products.save({ fields })).id)
  const rows = [
    ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định'],
    ...all.map(({ name, producerName, commune }) => [
      name,
      producerName,
      commune,
      3,
      68.5,
      '3163/QĐ-UBND',
      dateCell(recognisedOn),
    ]),
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận 2023.xlsx')
  await client.register.takeList({ file, sender: 'Sở', sheet: null, columns: [], year: 2023, acceptsDoubts: true })
  const registrationIds: number[] = []
  for (const productId of productIds) {
    const fields = { productId, year, application: 'reassessment' as const, filedOn: '2026-10-01' }
    registrationIds.push((await client.registrations.save({ fields })).id)
  }
  return { councilId, productIds, registrationIds }
}

/** Marks every item of these dossiers as received on a day, the samples too. */
export async function completeDossiers(client: AppClient, ids: readonly number[], on: string): Promise<void> {
  for (const id of ids) {
    const { items, samplesDue } = await client.registrations.get({ id })
    const change = { state: 'received' as const, on }
    await client.registrations.mark({ ids: [id], items: items.map(({ key }) => key), change })
    await client.registrations.save({ id, fields: { samplesReceived: samplesDue, samplesOn: on } })
  }
}
