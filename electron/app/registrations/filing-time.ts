import type { FilingNote } from '../../../shared/api/registrations.ts'
import { filedOutside } from '../../../shared/domain/certificates/filing-time.ts'
import type { RegisterEntry } from '../../../shared/domain/certificates/register.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { lawNow, readEntriesOf } from '../register/register-entries.ts'
import type { ReadRegistration } from './read-dossiers.ts'

/** The dossiers to be evaluated again that came outside the days for it, by the ids of their registrations. */
export function filingNotes(
  app: AppContext,
  db: ReadDb,
  read: readonly Pick<ReadRegistration, 'registration' | 'law'>[],
): ReadonlyMap<number, FilingNote> {
  const again = read.filter(
    ({ registration: { application, filedOn } }) => application === 'reassessment' && filedOn !== null,
  )
  const on = lawNow(app)
  const productIds = [...new Set(again.map(({ registration }) => registration.productId))]
  const entries = Map.groupBy(readEntriesOf(db, on, productIds), ({ productId }) => productId)
  return new Map(
    again.flatMap(({ registration, law }) => {
      const { id, productId, filedOn } = registration
      const term = renewedBy(registration, entries.get(productId) ?? [])
      const outside = filedOn === null || term === undefined ? null : filedOutside({ term, filedOn, ...on })
      return outside === null ? [] : [[id, { ...outside, article: law.rules.reassessment?.article ?? '' }] as const]
    }),
  )
}

/** The recognition that it says; else the last one that was decided before it came. */
function renewedBy(
  { renewsCertificateId, renewsRecognitionId, filedOn }: ReadRegistration['registration'],
  entries: readonly RegisterEntry[],
): RegisterEntry | undefined {
  const isRenewed = ({ source, id }: RegisterEntry) =>
    id === (source === 'session' ? renewsCertificateId : renewsRecognitionId)
  const before = entries.filter(({ decisionDate }) => decisionDate !== null && decisionDate <= (filedOn ?? ''))
  return (
    entries.find(isRenewed) ??
    before.toSorted((one, other) => (one.decisionDate ?? '').localeCompare(other.decisionDate ?? '')).at(-1)
  )
}
