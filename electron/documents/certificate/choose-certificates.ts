import { Refusal } from '../../../shared/api/refusal.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { composeText } from '../compose-text.ts'
import { issueCode, type Issues } from '../issue.ts'
import { certificateModel, certifiedItems, type CertificateFacts, type CertificateModel } from './model.ts'

/** A product's row in the certificate register. */
type NumberedCertificate = Omit<CertificateFacts, 'code'> & {
  readonly id: number
  readonly agendaItemId: number
  readonly number: number
  readonly symbol: string
}

export type CertificatesToPrint = {
  readonly record: SessionRecord
  readonly issues: Issues
  readonly numbered: readonly NumberedCertificate[]
  /** Only these products, where any are named. */
  readonly itemIds?: readonly number[] | undefined
}

export type ChosenCertificate = { readonly model: CertificateModel; readonly certificateId: number | null }

/** What is printed, in the order of the list. @throws Refusal `nothing-to-certify` */
export function chooseCertificates(asked: CertificatesToPrint): readonly ChosenCertificate[] {
  const record = composeText(asked.record)
  const { issues, itemIds } = asked
  const rows = new Map(asked.numbered.map((row) => [row.agendaItemId, row]))
  const chosen = certifiedItems(record).filter(({ item }) => itemIds === undefined || itemIds.includes(item.id))
  if (chosen.length === 0) throw new Refusal('nothing-to-certify')
  return chosen.map(({ item, star }) => {
    const row = rows.get(item.id)
    const facts = row === undefined ? null : { ...row, code: issueCode(row) }
    return { model: certificateModel({ record, item, star, facts, issues }), certificateId: row?.id ?? null }
  })
}
