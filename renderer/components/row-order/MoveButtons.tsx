import { ActionIcon } from '@mantine/core'
import { Icon } from '../Icon.tsx'

type Props = {
  readonly upLabel: string
  readonly downLabel: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
}

/** Puts a row one place up or down. */
export function MoveButtons({ upLabel, downLabel, isFirst, isLast, onMove }: Props) {
  const plain = { variant: 'subtle', color: 'gray' }
  return (
    <>
      <ActionIcon {...plain} aria-label={upLabel} disabled={isFirst} onClick={() => onMove(-1)}>
        <Icon name="up" size={15} />
      </ActionIcon>
      <ActionIcon {...plain} aria-label={downLabel} disabled={isLast} onClick={() => onMove(1)}>
        <Icon name="down" size={15} />
      </ActionIcon>
    </>
  )
}
