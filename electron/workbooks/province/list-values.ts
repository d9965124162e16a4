import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { shownHundredths } from '../../../shared/domain/scoring/mean.ts'
import type { Mean } from '../../../shared/domain/scoring/types.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { addressOf, applicationText, outcomeOf } from '../../documents/outcome.ts'
import { gateNote } from '../../documents/referral-list/model.ts'
import type { SheetValue } from '../xlsx/write-xlsx.ts'

/** A referred product as the province's list wants it. */
export type ListRow = {
  readonly agendaItemId: number
  readonly code: string
  readonly productName: string
  readonly values: Readonly<Record<ProvinceField, SheetValue>>
}

/** The products that go up, in agenda order. */
export function listRows(record: SessionRecord): readonly ListRow[] {
  return record.items
    .filter((item) => outcomeOf(item, record).kind === 'sent-up')
    .map((item, index) => ({
      agendaItemId: item.id,
      code: item.code,
      productName: item.productName,
      values: valuesOf({ item, place: index + 1, record }),
    }))
}

/** Value as shown in a list: decimal comma, dd/mm/yyyy; empty for nothing. */
export function showValue(value: SheetValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Number(value.toFixed(2))).replace('.', ',')
  return typeof value === 'string' ? value : formatDate(value.date)
}

type ValuesOfInput = {
  item: ItemRecord
  place: number
  record: SessionRecord
}

function valuesOf({ item, place, record }: ValuesOfInput): Readonly<Record<ProvinceField, SheetValue>> {
  const { result, form } = item
  // A part has no floor that its rounding could pretend to reach.
  const points = (mean: Mean, floors: readonly number[] = []): number | null => {
    const hundredths = shownHundredths(mean, floors)
    return hundredths === null ? null : hundredths / 100
  }
  return {
    place,
    productName: item.productName,
    code: item.code,
    setNumber: form.setNumber,
    setName: form.name,
    producerName: item.producerName,
    producerKind: orNull(item.producerKind),
    address: orNull(addressOf(item)),
    commune: orNull(item.commune),
    district: orNull(item.district),
    application: applicationText[item.application],
    partA: points(result.partMeans.A),
    partB: points(result.partMeans.B),
    partC: points(result.partMeans.C),
    mean: points(result.mean, floorsOf(record)),
    star: `${result.star} sao`,
    heldOn: { date: record.session.heldOn },
    note: orNull(gateNote(result)),
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)
