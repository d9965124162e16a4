import type { SessionDetail } from '../../../shared/api/sessions.ts'

type Planned = {
  readonly agenda: readonly Pick<
    SessionDetail['agenda'][number],
    'code' | 'productName' | 'needsCase' | 'criteriaCase' | 'knockouts' | 'dossierStatus'
  >[]
  readonly quorum: Pick<SessionDetail['quorum'], 'isMet' | 'required'>
}

type Warning = {
  readonly kind: 'quorum' | 'knockouts' | 'cases' | 'dossiers' | 'unchecked'
  readonly count: number
  /** Of the products in doubt. */
  readonly names?: string
}

/** What may still be missing when scoring begins, and must not be when the session closes. */
export function notReady({ agenda, quorum }: Planned): readonly Warning[] {
  const unanswered = agenda.filter(({ knockouts }) => knockouts.some(({ answer }) => answer === 'unanswered')).length
  const withoutCase = agenda.filter(({ needsCase, criteriaCase }) => needsCase && criteriaCase === null).length
  const lacking = agenda.filter(({ dossierStatus }) => dossierStatus === 'incomplete')
  const unchecked = agenda.filter(({ dossierStatus }) => dossierStatus === 'unchecked')
  const warnings: readonly Warning[] = [
    { kind: 'quorum', count: quorum.isMet ? 0 : quorum.required },
    { kind: 'cases', count: withoutCase },
    { kind: 'dossiers', count: lacking.length, names: nameItems(lacking) },
    { kind: 'unchecked', count: unchecked.length, names: nameItems(unchecked) },
    { kind: 'knockouts', count: unanswered },
  ]
  return warnings.filter(({ count }) => count > 0)
}

/** Of more products than are read at a glance the codes alone. */
const mostNamed = 6

const nameItems = (items: Planned['agenda']): string =>
  items.length > mostNamed
    ? items.map(({ code }) => code).join(', ')
    : items.map(({ code, productName }) => `${code} ${productName}`).join('; ')
