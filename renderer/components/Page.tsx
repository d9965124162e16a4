import { Title } from '@mantine/core'
import { useLayoutEffect, type ReactNode } from 'react'
import { useTitleFocus } from './keep-focus.ts'
import classes from './Page.module.css'

type Props = {
  title: string
  facts?: ReactNode
  actions?: ReactNode
  isWide?: boolean
  children: ReactNode
}

/**
 * A screen: its title says the question it answers; its deeds at the top right, at most one of them primary; a line of
 * facts below the title where one helps, in a low window beside it as long as there is room. A screen begins at its top.
 * `isWide` gives up the 1440-pixel limit (score grid, projector).
 */
export function Page({ title, facts, actions, isWide = false, children }: Props) {
  // Newer browsers answer a promise to scrollTo, which an effect must not return.
  useLayoutEffect(() => void document.getElementById('content')?.scrollTo({ top: 0 }), [])
  useTitleFocus()
  return (
    <div className={classes.page} data-wide={isWide || undefined}>
      <title>{`${title} – Hội đồng OCOP`}</title>
      <div className={classes.head}>
        <div className={classes.about}>
          <Title order={1} className={classes.title} tabIndex={-1}>
            {title}
          </Title>
          {facts !== undefined && <div className={classes.facts}>{facts}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
