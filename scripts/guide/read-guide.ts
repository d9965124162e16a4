import { lexer, type Token, type Tokens } from 'marked'
import { searchKey } from '../../shared/domain/vietnamese/search-key.ts'
import type { GuideNode, GuideSection } from '../../renderer/app/help/guide-section.ts'

/** The guide's Markdown as sections, each from one heading to the next; what the guide may not hold is an error. */
export function readGuide(markdown: string): readonly GuideSection[] {
  const sections: { heading: Tokens.Heading | null; tokens: Token[] }[] = [{ heading: null, tokens: [] }]
  for (const token of lexer(markdown)) {
    if (isHeading(token) && token.depth > 1) sections.push({ heading: token, tokens: [] })
    else if (!isHeading(token)) sections.at(-1)?.tokens.push(token)
  }
  return sections.map(({ heading, tokens }) => {
    const title = heading?.text ?? 'Hướng dẫn sử dụng'
    const nodes = tokens.flatMap(blockOf)
    return { id: slugOf(title), level: heading?.depth ?? 1, title, nodes, text: nodes.map(textOf).join(' ') }
  })
}

/** `### Hồ sơ đăng ký` → `ho-so-dang-ky` */
const slugOf = (title: string): string =>
  searchKey(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'

function blockOf(token: Token): readonly GuideNode[] {
  switch (token.type) {
    case 'space':
      return []
    case 'paragraph':
      return [{ tag: 'p', children: inlineOf(token.tokens) }]
    case 'list':
      return [listOf(token as Tokens.List)]
    case 'table':
      return [tableOf(token as Tokens.Table)]
    default:
      throw new Error(`the guide has a ${token.type}, which help cannot show: ${token.raw.slice(0, 60)}`)
  }
}

const listOf = ({ ordered, items }: Tokens.List): GuideNode => ({
  tag: ordered ? 'ol' : 'ul',
  children: items.map(({ tokens }) => ({
    tag: 'li',
    children: tokens.flatMap((token) => (token.type === 'text' ? inlineOf(token.tokens) : blockOf(token))),
  })),
})

function tableOf({ header, rows }: Tokens.Table): GuideNode {
  const rowOf = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): GuideNode => ({
    tag: 'tr',
    children: cells.map(({ tokens }) => ({ tag, children: inlineOf(tokens) })),
  })
  return {
    tag: 'table',
    children: [
      { tag: 'thead', children: [rowOf(header, 'th')] },
      { tag: 'tbody', children: rows.map((row) => rowOf(row, 'td')) },
    ],
  }
}

function inlineOf(tokens: readonly Token[] = []): readonly GuideNode[] {
  return tokens.map((token): GuideNode => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return token.text.replace(/\s*\n\s*/g, ' ')
      case 'strong':
      case 'em':
        return { tag: token.type, children: inlineOf(token.tokens) }
      case 'codespan':
        return { tag: 'code', children: [token.text] }
      case 'image':
        return { tag: 'img', src: token.href, alt: token.text, children: [] }
      default:
        throw new Error(`the guide has a ${token.type}, which help cannot show: ${token.raw.slice(0, 60)}`)
    }
  })
}

const textOf = (node: GuideNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''))
