import type { NationalListOfYear } from '../../../shared/api/certificate-register.ts'
import { nationalList, type NationalEntry } from '../../../shared/domain/certificates/national-register.ts'
import type { RegisterEntry } from '../../../shared/domain/certificates/register.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readCertificateDetails, readRecognitionDetails } from '../../db/queries/certificate-register.ts'
import { readProductCodes } from '../../db/queries/products.ts'
import { issueCode } from '../../documents/issue.ts'
import { recognisedCode } from './recognised-code.ts'
import { lawNow, readEntries } from './register-entries.ts'

/**
 * The certificates of a year for the ministry's register: of each product the recognition that decides on the year's last day, or
 * today where it has not come, unless it ended before the year began.
 */
export function readNationalList(app: AppContext, db: ReadDb, year: number): NationalListOfYear {
  const law = lawNow(app)
  const last = `${year}-12-31`
  const day = last < law.day ? last : law.day
  const entries = readEntries(db, { ...law, day }, { decidedBy: day })
  const standing = entries.filter(
    ({ state, lapseYear, star }) =>
      state !== 'superseded' && state !== 'review' && star !== null && (lapseYear === null || lapseYear >= year),
  )
  const list = nationalList(withNames(db, standing), { year, day })
  return { ...list, day, leftOut: entries.filter(({ state }) => state === 'review' || state === 'starless').length }
}

function withNames(db: ReadDb, entries: readonly RegisterEntry[]): readonly NationalEntry[] {
  const idsOf = (source: RegisterEntry['source']) => entries.filter((one) => one.source === source).map(({ id }) => id)
  const certificates = new Map(readCertificateDetails(db, idsOf('session')).map((one) => [one.id, one]))
  const recognitions = new Map(readRecognitionDetails(db, idsOf('list')).map((one) => [one.id, one]))
  const codes = readProductCodes(db)
  return entries.map(({ source, id, productId, state, star, lapseYear }) => {
    const own = source === 'session' ? certificates.get(id) : undefined
    const told = source === 'list' ? recognitions.get(id) : undefined
    const named = own ?? told
    const code = own === undefined ? '' : issueCode(own)
    return {
      productId,
      state,
      star,
      lapseYear,
      certificateCode: told === undefined ? code : recognisedCode(told),
      productCode: codes.get(productId) ?? '',
      productName: named?.productName ?? '',
      producerName: named?.producerName ?? '',
    }
  })
}
