import { createElement, type ReactNode } from 'react'
import type { GuideNode } from './guide-section.ts'
import classes from './Help.module.css'

type Props = {
  readonly nodes: readonly GuideNode[]
  /** Where each picture is served from, by the name that the guide gives it. */
  readonly pictures: Readonly<Record<string, string>>
}

/** Pieces of the guide as elements; there is no other markup in it than `GuideTag`. */
export function GuideText({ nodes, pictures }: Props) {
  return <div className={classes.guide}>{nodes.map((node, place) => elementOf(node, { place, pictures }))}</div>
}

function elementOf(
  node: GuideNode,
  { place, pictures }: { readonly place: number } & Pick<Props, 'pictures'>,
): ReactNode {
  if (typeof node === 'string') return node
  const { tag, src, alt, children } = node
  if (tag === 'img') return <img key={place} src={src === undefined ? undefined : pictures[src]} alt={alt ?? ''} />
  return createElement(
    tag,
    { key: place },
    children.map((child, at) => elementOf(child, { place: at, pictures })),
  )
}
