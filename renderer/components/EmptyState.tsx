import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

type Props = {
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Nothing here yet: what stands here once there is, and what to do first. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes.empty}>
      <Text fw={600}>{title}</Text>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
