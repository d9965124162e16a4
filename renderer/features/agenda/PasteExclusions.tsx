import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import type { exclusionSides } from './exclusion-sides.ts'
import { PastePairs } from './PastePairs.tsx'
import { planExclusions, type ExclusionChange } from './plan-exclusions.ts'

type Props = {
  readonly sessionId: number
  readonly sides: ReturnType<typeof exclusionSides>
  readonly block: PastedBlock
  readonly onClose: () => void
}

/** Who does not score which product, from a spreadsheet. */
export function PasteExclusions({ sessionId, ...rest }: Props) {
  const { t } = useTranslation('meeting')
  const take = useMutation(orpc.sessions.takeExclusions.mutationOptions())
  const worded = (to: ExclusionChange['to']): string => {
    const kind = t(`members.kind.${to?.kind ?? 'scores'}`)
    return to === null || to.reason === '' ? kind : `${kind} (${to.reason})`
  }
  return (
    <PastePairs
      plan={planExclusions}
      fieldName={(field) => t(`paste.exclusionField.${field}`)}
      titleOf={({ code, name }) => `${code} · ${name}`}
      worded={worded}
      deed={take}
      inputOf={(changes) => ({
        sessionId,
        rows: changes.map(({ item, other, from, to }) => ({
          agendaItemId: item.id,
          memberId: other.id,
          seen: from,
          to,
        })),
      })}
      told={(count) => t('paste.doneExclusions', { count })}
      {...rest}
    />
  )
}
