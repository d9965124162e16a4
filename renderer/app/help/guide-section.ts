/** A piece of the guide: text, or an element with what is in it. Made of `docs/huong-dan.md` by the build. */
export type GuideNode =
  | string
  | {
      readonly tag: GuideTag
      readonly children: readonly GuideNode[]
      /** Of a picture. */
      readonly src?: string
      readonly alt?: string
    }

export type GuideTag =
  | 'p'
  | 'ul'
  | 'ol'
  | 'li'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'strong'
  | 'em'
  | 'code'
  | 'img'

export type GuideSection = {
  /** Its title without accents, in words joined by hyphens. */
  readonly id: string
  /** 1 for what stands before the first heading, 2 for a part, 3 within one. */
  readonly level: number
  readonly title: string
  readonly nodes: readonly GuideNode[]
  /** All its words. */
  readonly text: string
}
