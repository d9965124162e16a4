import type { AuditEvent, FormWords, WordedOption } from '../../../shared/api/audit.ts'
import type { Criterion, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem } from '../../db/queries/sessions.ts'
import { listKnockouts } from '../sessions/knockouts.ts'

/**
 * Says what the form of an event's product prints for the codes and option numbers of its detail, and how the items of a dossier
 * are called. Events keep the
 * numbers alone: the form is sealed in the same file. Null where there is nothing to say, or the product left the agenda.
 */
export function createFormWords(app: AppContext, db: ReadDb): (event: AuditEvent) => FormWords | null {
  const forms = new Map<string, CriteriaSet | null>()
  const nameOfItem = createItemNames(app)
  const formOf = ({ subject }: AuditEvent): CriteriaSet | null => {
    const [, itemId = ''] = subject.split(/[:/]/)
    const known = forms.get(itemId)
    if (known !== undefined) return known
    const form = readForm(db, Number(itemId))
    forms.set(itemId, form)
    return form
  }
  return (event) => {
    switch (event.command) {
      case 'ballots.choose':
      case 'verifications.choose':
      case 'reference.choose':
      case 'results.setAgreedLevel':
        return wordsOfChoice(formOf(event), event.detail)
      case 'sessions.answerKnockout': {
        const form = formOf(event)
        const { key } = event.detail
        const answers = [{ question: key, isRejected: false, reason: '' }]
        const condition = form && listKnockouts(form, answers).find((question) => question.key === key)
        return condition ? { condition: condition.text } : null
      }
      case 'registrations.mark':
        return { items: event.detail.items.map(nameOfItem) }
      case 'registrations.addFile':
      case 'registrations.removeFile':
        return { items: [nameOfItem(event.detail.item)] }
      default:
        return null
    }
  }
}

/** What the newest decision that has an item calls it: the same paper has one key under every decision. */
function createItemNames({ rules }: Pick<AppContext, 'rules'>): (key: string) => string {
  const items = rules.ruleSets.flatMap(({ id }) => rules.dossiers(id).items)
  const names = new Map(items.map(({ key, name }) => [key, name]))
  return (key) => names.get(key) ?? key
}

type Choice = { readonly criterion: string; readonly from?: number | null; readonly to: number | null }

function wordsOfChoice(form: CriteriaSet | null, { criterion: code, from, to }: Choice): FormWords | null {
  const criterion = form === null ? undefined : findCriterion(form, code)?.criterion
  if (criterion === undefined) return null
  const [before, after] = [optionWords(criterion, from), optionWords(criterion, to)]
  return {
    criterion: criterion.title,
    ...(before !== undefined && { from: before }),
    ...(after !== undefined && { to: after }),
  }
}

/** Undefined for a number that the form does not print: it stays a number to whoever reads. */
function optionWords(criterion: Criterion, option: number | null | undefined): WordedOption | null | undefined {
  if (option === null || option === undefined) return option
  if (option === 0) return { points: 0, label: null }
  const printed = criterion.options[option - 1]
  return printed && { points: printed.points, label: printed.label }
}

/** Null, too, where the sealed form is damaged: the log is read then all the more. */
function readForm(db: ReadDb, itemId: number): CriteriaSet | null {
  const item = Number.isSafeInteger(itemId) ? findAgendaItem(db, itemId) : null
  if (item === null) return null
  try {
    return loadSealedCriteriaSet(db, item.criteriaFileId)
  } catch {
    return null
  }
}
