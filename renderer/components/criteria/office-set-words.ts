import type { TFunction } from 'i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { mostPoints } from '../../../shared/domain/criteria/form.ts'

/** What a screen says of a set that is not as it ships, in the window's language; empty for one that is. No mark at the end. */
export function officeSetWords(form: CriteriaSet, t: TFunction): string {
  const { setNumber, name, decision, status, office } = form
  if (office === undefined) return ''
  const { documentNumber, documentDate, issuer, signer, reason, shortReason } = office
  const kind = status === 'as-printed' || status === 'corrected-as-printed' ? status : 'loaded'
  const how = t(`criteria:officeSet.how.${kind}`, { decision, points: mostPoints(form) })
  const reasons = [
    reason,
    ...(shortReason === undefined ? [] : [t('criteria:officeSet.short', { reason: shortReason })]),
  ]
  return t('criteria:officeSet.text', {
    number: setNumber,
    name,
    how,
    document: documentNumber,
    date: formatDate(documentDate),
    issuer,
    signer,
    reasons: reasons.map((one) => one.replace(/[.;\s]+$/, '')).join('; '),
  })
}
