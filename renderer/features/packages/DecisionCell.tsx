import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { reasonProblem } from '../../components/fields/reason-problem.ts'
import type { Decision } from './decisions.ts'

type Props = { name: string; decision: Decision; onChange: (decision: Decision) => void }

/** Takes a row, or refuses it with a reason. */
export function DecisionCell({ name, decision, onChange }: Props) {
  const { t } = useTranslation('packages')
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('decision.of', { name })}
        value={decision.kind}
        data={(['open', 'accepted', 'refused'] as const).map((value) => ({ value, label: t(`decision.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === 'refused' ? { kind: value, reason: '' } : { kind: value === 'accepted' ? value : 'open' })
        }
      />
      {decision.kind === 'refused' && (
        <TextInput
          size="xs"
          mt={4}
          aria-label={t('decision.reasonOf', { name })}
          placeholder={t('decision.reason')}
          value={decision.reason}
          error={reasonProblem(decision.reason, t)}
          required
          onChange={({ currentTarget: { value } }) => onChange({ kind: 'refused', reason: value })}
        />
      )}
    </>
  )
}
