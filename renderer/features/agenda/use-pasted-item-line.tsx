import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CriteriaSetSummary } from '../../../shared/api/rules.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { ContinuedProducer } from '../../../shared/domain/pasted-table/continue-producers.ts'
import type { TwinDifference } from '../../../shared/domain/pasted-table/merge-twins.ts'
import { faultText } from '../../components/paste/fault-text.ts'
import type { PastedLine } from '../../components/paste/PastedLines.tsx'
import { SameOrOther } from '../../components/paste/SameOrOther.tsx'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { filterSets, groupSets } from '../../components/fields/set-choice.ts'
import classes from './PasteAgenda.module.css'
import type { AgendaAnswers, AgendaField, FactChange, PlannedItem } from './plan-agenda.ts'

type Asking = {
  readonly sets: readonly CriteriaSetSummary[]
  readonly answers: AgendaAnswers
  readonly onAnswer: (answers: AgendaAnswers) => void
}

/** A planned row in words, with what it asks. */
export function usePastedItemLine(asking: Asking): (planned: PlannedItem) => PastedLine {
  const { t } = useTranslation('meeting')
  const { t: paste } = useTranslation('paste')
  const setName = (setNumber: number): string =>
    t('item.set', { number: setNumber, name: asking.sets.find((set) => set.setNumber === setNumber)?.name ?? '' })
  const worded = (field: FactChange['field'], value: string | number): string => {
    if (value === '') return paste('blank')
    if (field === 'application') return t(`common:application.${value as 'new'}`)
    return field === 'dossierStatus' ? t(`dossier.short.${value as 'complete'}`) : String(value)
  }
  const named = (field: FactChange['field'], value: string | number): string =>
    `${t(`paste.field.${field}`)}: ${worded(field, value)}`
  const said = (field: AgendaField, values: TwinDifference['own']): string => {
    if (field === 'set') return values.set?.words ?? ''
    if (field === 'dossierStatus') {
      const { status = 'unchecked', lacks = '' } = values.dossierStatus ?? {}
      return [worded(field, status), lacks].filter((part) => part !== '').join(': ')
    }
    const value = values[field]
    return field === 'application' ? worded(field, value ?? '') : String(value ?? '')
  }
  const differs = ({ line, twin, isTwin }: PlannedItem): readonly string[] =>
    (twin?.differences ?? []).map(({ field, own, taken, line: of }) => {
      const facts = { field: t(`paste.field.${field}`), own: said(field, own), taken: said(field, taken), line: of }
      if (of === line) return t(isTwin ? 'paste.twinAdds' : 'paste.twinHas', facts)
      return t(isTwin ? 'paste.twinTakes' : 'paste.twinDiffers', facts)
    })
  const otherThanAbove = ({ isOther }: PlannedItem): readonly string[] => {
    if (isOther === null) return []
    const { field, own, above, ...rest } = isOther
    const facts = { ...rest, field: t(`paste.field.${field}`), own, above: above === '' ? paste('blank') : above }
    return [t('paste.otherProducer', facts)]
  }
  const saysOf = (planned: PlannedItem): readonly string[] => {
    const { outcome, faults, twins, asksMatch, asksSet, isKeptInDossier } = planned
    if (faults.length > 0) {
      const wrong = faults.map((fault) => faultText({ ...fault, field: t(`paste.field.${fault.field}`) }, paste))
      return [...wrong, ...otherThanAbove(planned)]
    }
    const same = twins.length === 0 ? [] : [t('paste.twin', { count: twins.length, lines: twins.join(', ') })]
    const twin = [...same, ...differs(planned)]
    if (outcome?.kind === 'above') return [...twin, t('paste.saidAbove')]
    const kept = isKeptInDossier ? [t('paste.kept')] : []
    const known = asksMatch?.known
    const alike =
      asksMatch === null || known === undefined
        ? []
        : [
            `${t(`sessions:import.match.reason.${asksMatch.why ?? 'product'}`)}: ${
              known.kind === 'product' ? `${known.code} · ${known.name} · ${known.producerName}` : known.name
            }`,
          ]
    if (outcome === null) {
      const words = asksSet?.words ?? ''
      return [...twin, ...alike, ...(words === '' ? [] : [t('paste.setWords', { words })]), ...kept]
    }
    if (outcome.kind === 'changed' || outcome.kind === 'same') {
      const changes = outcome.changes.map(({ field, from, to }) =>
        paste('change', { field: t(`paste.field.${field}`), from: worded(field, from), to: worded(field, to) }),
      )
      return [...twin, ...alike, ...changes, ...kept]
    }
    const { facts } = outcome.row
    const says = (['application', 'dossierStatus', 'samplesReceived', 'dossierNote'] as const).flatMap((field) => {
      const value = facts[field]
      return value === undefined ? [] : [named(field, value)]
    })
    const isKnown = outcome.kind === 'known-product'
    return [
      ...twin,
      ...alike,
      t(isKnown ? 'paste.ofRegister' : 'paste.toRegister'),
      [...(outcome.setNumber === null ? [] : [setName(outcome.setNumber)]), ...says].join(' · '),
      ...kept,
    ]
  }
  return (planned) => {
    const { line, code, name, faults, continues, asksTwin, asksMatch, asksSet } = planned
    const isSound = faults.length === 0
    return {
      line,
      name: [code, name].filter((part) => part !== '').join(' · '),
      state: isSound ? stateOf(planned) : 'faulty',
      says: saysOf(planned),
      ask: (continues !== null || (isSound && (asksTwin || asksMatch !== null || asksSet !== null))) && (
        <div className={classes.ask}>
          {isSound && asksTwin && <TwinAnswer planned={planned} {...asking} />}
          {isSound && asksMatch !== null && (
            <MatchAnswer planned={planned} isProduct={asksMatch.known.kind === 'product'} {...asking} />
          )}
          {isSound && asksSet !== null && <SetAnswer planned={planned} among={asksSet.among} {...asking} />}
          {continues !== null && <ContinuesAnswer planned={planned} continues={continues} {...asking} />}
        </div>
      ),
    }
  }
}

function stateOf({ outcome }: PlannedItem): PastedLine['state'] {
  switch (outcome?.kind) {
    case undefined:
      return 'asked'
    case 'new-product':
    case 'known-product':
      return 'new'
    case 'changed':
      return 'changed'
    case 'same':
    case 'above':
      return 'same'
    default:
      return assertNever(outcome)
  }
}

/** Taken as merged cells are; a person who sees that it is not so takes the tick away. */
function ContinuesAnswer({
  planned: { line },
  continues,
  answers,
  onAnswer,
}: Asking & { planned: PlannedItem; continues: ContinuedProducer }) {
  const { t } = useTranslation('meeting')
  const { notContinued } = answers
  return (
    <Checkbox
      size="xs"
      label={t('paste.continues', { producer: continues.name, line: continues.line })}
      checked={!notContinued.has(line)}
      onChange={(event) => {
        const others = [...notContinued].filter((one) => one !== line)
        onAnswer({ ...answers, notContinued: new Set(event.currentTarget.checked ? others : [...others, line]) })
      }}
    />
  )
}

function TwinAnswer({ planned: { line, name }, answers, onAnswer }: Asking & { planned: PlannedItem }) {
  const { t } = useTranslation('meeting')
  return (
    <SameOrOther
      label={t('paste.twinOf', { name })}
      answer={answers.twins.get(line)}
      same={t('paste.isTwin')}
      other={t('paste.isOther')}
      onAnswer={(isSame) => onAnswer({ ...answers, twins: new Map([...answers.twins, [line, isSame]]) })}
    />
  )
}

function MatchAnswer({
  planned: { line, name },
  isProduct,
  answers,
  onAnswer,
}: Asking & { planned: PlannedItem; isProduct: boolean }) {
  const { t } = useTranslation('sessions')
  return (
    <SameOrOther
      label={t('import.match.answerOf', { code: String(line), name })}
      answer={answers.matches.get(line)}
      same={t(isProduct ? 'import.match.same' : 'import.match.sameProducer')}
      other={t(isProduct ? 'import.match.other' : 'import.match.otherProducer')}
      onAnswer={(isSame) => onAnswer({ ...answers, matches: new Map([...answers.matches, [line, isSame]]) })}
    />
  )
}

/** Sets that the list's words may mean come first; nothing is chosen before a person has chosen. */
function SetAnswer({
  planned: { line, name },
  among,
  sets,
  answers,
  onAnswer,
}: Asking & { planned: PlannedItem; among: readonly number[] }) {
  const { t } = useTranslation('meeting')
  const meant = sets.filter(({ setNumber }) => among.includes(setNumber))
  const rest = sets.filter(({ setNumber }) => !among.includes(setNumber))
  const meantItems = groupSets(meant).flatMap(({ items }) => items)
  const groups = [
    ...(meant.length === 0 ? [] : [{ group: t('paste.meantSets'), items: meantItems }]),
    ...groupSets(rest),
  ]
  return (
    <SearchSelect
      size="xs"
      className={classes.set}
      wrapperProps={{ 'data-unanswered': !answers.sets.has(line) || undefined }}
      aria-label={t('paste.setOf', { name })}
      placeholder={t('paste.chooseSet')}
      value={answers.sets.get(line)?.toString() ?? null}
      data={groups.map(({ group, items }) => ({ group, items: [...items] }))}
      filter={filterSets}
      onChange={(value) => {
        if (value !== null) onAnswer({ ...answers, sets: new Map([...answers.sets, [line, Number(value)]]) })
      }}
    />
  )
}
