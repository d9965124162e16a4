import type { z } from 'zod'
import type { RegisteredCertificate, registerFilterSchema } from '../../../shared/api/certificate-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { OfferedInvitations } from '../../../shared/api/office-papers.ts'
import type { CertificateState } from '../../../shared/domain/certificates/clock.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readProducersOf } from '../../db/queries/certificate-register.ts'
import { listCertificateRegister } from '../register/certificates.ts'
import { lawNow } from '../register/register-entries.ts'

type Asked = z.infer<typeof registerFilterSchema> & { readonly again: boolean }

/**
 * The letters that can be written today about certificates of the register: one a producer, about all of its products that the
 * filters let through. One that has a letter, or whose product is registered again, is left out unless asked for.
 */
export function offerInvitations(app: AppContext, db: ReadDb, { again, ...filter }: Asked): OfferedInvitations {
  const { day } = lawNow(app)
  const { rows } = listCertificateRegister(app, db, { ...filter, limit: Infinity, offset: 0 })
  const found = rows.filter(
    ({ state }) => invitable.includes(state) && (filter.state !== undefined || isPressing(state)),
  )
  const invited = found.filter((one) => one.invited !== null)
  const registered = found.filter((one) => one.invited === null && one.registeredFor !== null)
  const left = again ? [] : [...invited, ...registered]
  const offered = found.filter((one) => !left.includes(one))
  const papers = lettersOf(db, offered, day)
  return {
    papers: papers.slice(0, most),
    certificates: offered.length,
    invited: again ? 0 : invited.length,
    registered: again ? 0 : registered.length,
    more: Math.max(0, papers.length - most),
  }
}

/** As many as one file of papers holds. */
const most = 500

/** Nothing is to be done about what recognises nothing, or is recognised anew. */
const invitable: readonly CertificateState[] = [
  'grace',
  'prolonged',
  'closing',
  'window-open',
  'missed',
  'lapsing',
  'in-force',
  'lapsed',
  'unknown',
]

/** What is asked for by no state: not what has time, what ended long ago or what is filed. */
const isPressing = (state: CertificateState): boolean => !['in-force', 'lapsed', 'prolonged', 'unknown'].includes(state)

function lettersOf(db: ReadDb, rows: readonly RegisteredCertificate[], asOf: string): readonly OfficePaper[] {
  const producers = readProducersOf(
    db,
    rows.map(({ productId }) => productId),
  )
  return [...Map.groupBy(rows, ({ productId }) => producers.get(productId))].flatMap(([producerId, of]) => {
    if (producerId === undefined) return []
    const certificates = of.map(({ source, id }) => ({ source, id }))
    return [{ kind: 'reassessment-invitation' as const, producerId, certificates, asOf }]
  })
}
