import { SegmentedControl } from '@mantine/core'

type Props = {
  readonly label: string
  /** Undefined while nobody has said. */
  readonly answer: boolean | undefined
  readonly same: string
  readonly other: string
  readonly onAnswer: (isSame: boolean) => void
}

/** Whether a pasted row is what it seems to be; nothing is chosen before a person has chosen. */
export function SameOrOther({ label, answer, same, other, onAnswer }: Props) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data-unanswered={answer === undefined || undefined}
      value={answer === undefined ? '' : answer ? 'same' : 'other'}
      data={[
        { value: 'same', label: same },
        { value: 'other', label: other },
      ]}
      onChange={(value) => onAnswer(value === 'same')}
    />
  )
}
