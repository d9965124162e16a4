import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { shownHundredths } from '../../../shared/domain/scoring/mean.ts'
import type { Mean } from '../../../shared/domain/scoring/types.ts'
import type { ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { rowId } from '../../../shared/domain/session/row-id.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { finalStar, outcomeOf } from '../../../shared/domain/session/outcome.ts'
import { addressOf, applicationText } from '../outcome.ts'
import { referralNote } from '../referral-note.ts'

/** The products that go up, in agenda order. */
export function provinceRows(record: SessionRecord): readonly ProvinceRow[] {
  return record.items
    .filter((item) => outcomeOf(item, record).kind === 'sent-up')
    .map((item, index) => ({
      agendaItemId: item.id,
      id: rowId({ sessionId: record.session.id, agendaItemId: item.id }),
      code: item.code,
      productName: item.productName,
      groups: groupsOf(item),
      values: valuesOf({ item, place: index + 1, record }),
    }))
}

function groupsOf(item: ItemRecord): ProvinceRow['groups'] {
  const { form, commune, district, producerKind, application } = item
  const kinds = [
    form.sector,
    form.group ?? '',
    form.name,
    producerKind,
    starWords(finalStar(item)),
    applicationText[application],
  ]
  return { kinds, places: [commune, district] }
}

type ValuesOfInput = {
  item: ItemRecord
  place: number
  record: SessionRecord
}

function valuesOf({ item, place, record }: ValuesOfInput): ProvinceRow['values'] {
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
    groupName: form.group ?? form.sector,
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
    star: starWords(finalStar(item)),
    heldOn: { date: record.session.heldOn },
    note: orNull(referralNote(item)),
  }
}

const starWords = (star: number): string => (star === 0 ? 'Không xếp hạng' : `${star} sao`)

const orNull = (text: string): string | null => (text === '' ? null : text)
