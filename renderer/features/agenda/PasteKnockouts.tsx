import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import type { knockoutSides } from './knockout-sides.ts'
import { PastePairs } from './PastePairs.tsx'
import { planKnockouts, type KnockoutChange } from './plan-knockouts.ts'

type Props = {
  readonly sessionId: number
  readonly sides: ReturnType<typeof knockoutSides>
  readonly block: PastedBlock
  readonly onClose: () => void
}

/** Whether products meet the conditions that would knock them out, from a spreadsheet. */
export function PasteKnockouts({ sessionId, ...rest }: Props) {
  const { t } = useTranslation('meeting')
  const take = useMutation(orpc.sessions.takeKnockouts.mutationOptions())
  const worded = ({ answer, reason }: KnockoutChange['from']): string => {
    const word = t(answer === 'unanswered' ? 'paste.unanswered' : `knockouts.${answer}`)
    return reason === '' ? word : `${word} (${reason})`
  }
  return (
    <PastePairs
      plan={planKnockouts}
      fieldName={(field) => t(`paste.knockoutField.${field}`)}
      titleOf={({ text }) => text}
      worded={worded}
      deed={take}
      inputOf={(changes) => ({
        sessionId,
        rows: changes.map(({ item, key, from: { answer, reason }, to }) => ({
          agendaItemId: item.id,
          key,
          seen: answer === 'unanswered' ? null : { answer, reason },
          to,
        })),
      })}
      told={(count) => t('paste.doneKnockouts', { count })}
      {...rest}
    />
  )
}
