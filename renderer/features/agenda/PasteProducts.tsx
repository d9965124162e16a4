import { Checkbox } from '@mantine/core'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriteriaSetSummary } from '../../../shared/api/rules.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { continueProducers } from '../../../shared/domain/pasted-table/continue-producers.ts'
import { pastedAgendaFields, type PastedAgendaFields } from '../../../shared/domain/pasted-table/agenda-fields.ts'
import { findTwins } from '../../../shared/domain/pasted-table/find-twins.ts'
import { mergeTwins } from '../../../shared/domain/pasted-table/merge-twins.ts'
import type { PastedAside, PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { orpc } from '../../api/client.ts'
import { OtherLawList } from '../../components/OtherLawList.tsx'
import { PastedTable } from '../../components/paste/PasteDialog.tsx'
import { PastedLines } from '../../components/paste/PastedLines.tsx'
import { useLanguages } from '../../components/paste/use-languages.ts'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { spokenAgenda } from './copied-agenda.ts'
import { listedOf, noAnswers, planAgenda } from './plan-agenda.ts'
import { usePastedItemLine } from './use-pasted-item-line.tsx'

type Props = {
  readonly session: SessionDetail
  readonly sets: readonly CriteriaSetSummary[]
  readonly block: PastedBlock
  readonly onClose: () => void
}

/** A list of products from a spreadsheet, laid over the agenda: new ones, known ones, and what the office received of each. */
export function PasteProducts({ sets, block, ...rest }: Props) {
  const { t } = useTranslation('meeting')
  const fields = useMemo(() => pastedAgendaFields(sets), [sets])
  const spoken = useLanguages('meeting', spokenAgenda)
  return (
    <PastedTable fields={fields} spoken={spoken} nameOf={(field) => t(`paste.field.${field}`)} block={block}>
      {(rows, asides) => <Rows sets={sets} rows={rows} asides={asides} {...rest} />}
    </PastedTable>
  )
}

type RowsProps = Omit<Props, 'block'> & {
  readonly rows: readonly PastedRow<PastedAgendaFields>[]
  readonly asides: readonly PastedAside[]
}

function Rows({ session, sets, rows: said, asides, onClose }: RowsProps) {
  const { t } = useTranslation('meeting')
  const [answers, setAnswers] = useState(noAnswers)
  const [acceptsOtherLaw, setAccepts] = useState(false)
  const continued = continueProducers(said, { asides: asides.map(({ line }) => line), refused: answers.notContinued })
  const whole = continued.map(({ row }) => row)
  const twinsOf = findTwins(whole)
  const { rows, twins } = mergeTwins(whole, { twinsOf, isSame: answers.twins })
  const products = rows.map(listedOf)
  const { data: places, error } = useQuery(
    orpc.sessions.placeListed.queryOptions({
      input: products.length === 0 || products.length > most ? skipToken : { sessionId: session.id, products },
      placeholderData: keepPreviousData,
    }),
  )
  const take = useMutation(orpc.sessions.takeAgenda.mutationOptions())
  const planned = planAgenda({
    rows,
    continued,
    twinsOf: (row) => twinsOf(whole.find(({ line }) => line === row.line) ?? row),
    twins,
    places: places ?? [],
    agenda: session.agenda,
    answers,
  })
  const taken = planned.flatMap(({ outcome }) =>
    outcome === null || outcome.kind === 'same' || outcome.kind === 'above' ? [] : [outcome.row],
  )
  const productIds = taken.flatMap(({ productId }) => (productId === undefined ? [] : [productId]))
  const { data: others = [] } = useQuery(
    orpc.sessions.otherLaw.queryOptions({
      input: productIds.length === 0 ? skipToken : { sessionId: session.id, productIds },
    }),
  )
  const lineOf = usePastedItemLine({ sets, answers, onAnswer: setAnswers })
  const isBlocked = places === undefined || (others.length > 0 && !acceptsOtherLaw)
  return (
    <PastedLines
      lines={places === undefined ? [] : planned.map(lineOf)}
      deed={take}
      input={isBlocked ? null : { sessionId: session.id, rows: taken, ...(others.length > 0 && { acceptsOtherLaw }) }}
      told={t('paste.done', { count: taken.length })}
      problem={error}
      onClose={onClose}
    >
      {products.length > most && <StateMark tone="wrong">{t('paste.tooMany', { count: most })}</StateMark>}
      {others.length > 0 && (
        <div data-unanswered={!acceptsOtherLaw || undefined}>
          <StateMark tone="attention" isLong>
            {t('otherLaw.told', { count: others.length, rules: session.ruleSetTitle })}
          </StateMark>
          <OtherLawList others={others} />
          <Checkbox
            label={t('otherLaw.all', { count: others.length, rules: session.ruleSetTitle })}
            checked={acceptsOtherLaw}
            onChange={(event) => setAccepts(event.currentTarget.checked)}
          />
        </div>
      )}
    </PastedLines>
  )
}

/** How many rows can be taken at once. */
const most = 500
