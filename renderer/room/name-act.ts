import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { BallotAct } from '../../shared/domain/ballot/acts.ts'
import { ballotKey } from '../../shared/domain/ballot/ballot-key.ts'
import { pointsOf } from '../../shared/domain/ballot/options.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import type { Desk } from './desk-state.ts'

type ActOnDesk<Act> = { readonly desk: Pick<Desk, 'me' | 'forms'>; readonly act: Act; readonly t: TFunction<'device'> }

/** An act in the member's words; `criterion` and `points` are empty for what is no choice, and where the product or its form is not known. */
export function nameAct({ desk, act, t }: ActOnDesk<BallotAct>) {
  const product = desk.me?.products.find(({ agendaItemId }) => agendaItemId === act.agendaItemId)
  const opinion = act.kind === 'opinion' ? act.opinion : ''
  const named = { product: product?.code ?? '', criterion: '', points: '', opinion }
  const form = product === undefined ? undefined : desk.forms.get(product.formKey)
  if (act.kind !== 'choose' || form === undefined) return named
  const criterion = listCriteria(form)[act.criterionIndex]?.criterion
  if (criterion === undefined || (act.option ?? 0) > criterion.options.length) return named
  const points = act.option === null ? t('lost.cleared') : t('lost.points', { count: pointsOf(criterion, act.option) })
  return { ...named, criterion: criterion.code, points }
}

/** Acts in words, of several at one place the last one. */
export function nameActs({ desk, act: acts, t }: ActOnDesk<readonly BallotAct[]>): readonly string[] {
  const last = new Map(
    acts.map((act) => [`${ballotKey(act)} ${act.kind === 'choose' ? act.criterionIndex : act.kind}`, act]),
  )
  return [...last.values()].map((act) => {
    const named = nameAct({ desk, act, t })
    switch (act.kind) {
      case 'choose':
        return t(named.criterion === '' ? 'waits.some' : 'waits.choice', named)
      case 'opinion':
        return t(named.opinion === '' ? 'waits.noOpinion' : 'waits.opinion', named)
      case 'confirm':
      case 'reopen':
        return t('waits.submit', named)
      default:
        return assertNever(act)
    }
  })
}
