import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Council } from '../../shared/api/councils.ts'
import { actingFirst, type ActingOn } from '../../shared/domain/rules/acting-councils.ts'

type Props = {
  readonly label: string
  readonly councils: readonly Council[]
  readonly chosen: Council | null
  readonly on: ActingOn
  readonly onChoose: (councilId: number) => void
}

/** Councils with the years that they are of: those that can act on the day, then the others under a head that says so. */
export function CouncilSelect({ label, councils, chosen, on, onChoose }: Props) {
  const { t } = useTranslation('councils')
  const { acting, others } = actingFirst(councils, on)
  const nameOf = ({ name, begun, continued }: Council): string => {
    if (begun !== null) return t('choice.ofYear', { name, year: begun.year })
    return continued === null ? name : t('choice.untilYear', { name, year: continued.year - 1 })
  }
  const group = (head: string, of: readonly Council[]) =>
    of.length === 0 ? [] : [{ group: head, items: of.map((one) => ({ value: String(one.id), label: nameOf(one) })) }]
  return (
    <Select
      label={label}
      allowDeselect={false}
      value={chosen === null ? null : String(chosen.id)}
      data={[...group(t('choice.acting'), acting), ...group(t('choice.others'), others)]}
      onChange={(value) => value !== null && onChoose(Number(value))}
    />
  )
}

/** The one that somebody chose, else the first that can act on the day; without one, the first of all. */
export function councilChosen(councils: readonly Council[], id: number | null, on: ActingOn): Council | null {
  const { acting, others } = actingFirst(councils, on)
  return councils.find((one) => one.id === id) ?? acting[0] ?? others[0] ?? null
}
