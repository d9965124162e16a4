import { Title } from '@mantine/core'
import { memo, useLayoutEffect, type ReactNode } from 'react'
import { useTitleFocus } from './keep-focus.ts'
import classes from './Page.module.css'

type HeadProps = {
  title: string
  facts?: ReactNode
  actions?: ReactNode
}

type Props = HeadProps & {
  isWide?: boolean
  children: ReactNode
}

/**
 * A screen: its title says the question it answers; its deeds at the top right, at most one of them primary; a line of
 * facts below the title where one helps, in a low window beside it as long as there is room. A screen begins at its top.
 * `isWide` gives up the 1440-pixel limit (score grid, projector).
 */
export function Page({ isWide = false, children, ...head }: Props) {
  // Newer browsers answer a promise to scrollTo, which an effect must not return.
  useLayoutEffect(() => void document.getElementById('content')?.scrollTo({ top: 0 }), [])
  useTitleFocus()
  return (
    <div className={classes.page} data-wide={isWide || undefined}>
      <Head {...head} />
      {children}
    </div>
  )
}

/** Drawn anew where it says something else: a list that is typed in keeps its facts and deeds. */
const Head = memo(function Head({ title, facts, actions }: HeadProps) {
  return (
    <>
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
    </>
  )
})
