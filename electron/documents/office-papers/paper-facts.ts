import type { DocumentChange } from '../../../shared/api/document-register.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { DocumentFacts } from '../document-facts.ts'
import type { PaperBlock, PaperModel } from '../letter/model.ts'
import type { TableEntry, TextTable } from '../nd30/table.ts'

/**
 * What a paper says, as texts under keys: kept with its number, so that the register can tell what has moved on since. A row
 * of a table is kept by its words, without its place: where one comes or goes, the others have not changed.
 */
export function paperFacts({ subject, addressee, blocks, annexes }: PaperModel): DocumentFacts {
  return {
    subject,
    ...(addressee === '' ? {} : { addressee }),
    ...Object.assign({}, ...blocks.map((block, index) => blockFacts(block, index + 1))),
    ...Object.assign({}, ...annexes.map(({ name, table }) => tableFacts(table, name))),
  }
}

function blockFacts(block: PaperBlock, place: number): DocumentFacts {
  switch (block.kind) {
    case 'table':
      return tableFacts(block.table, `Bảng ở đoạn ${place}`)
    case 'field':
      return { [`Đoạn ${place}`]: `${block.label}: ${block.value}` }
    case 'signatures':
      return { [`Đoạn ${place}`]: [block.left, block.right].map((signer) => signer?.name ?? '').join(' | ') }
    case 'text':
      return { [`Đoạn ${place}`]: `${block.lead ?? ''}${block.text}` }
    case 'heading':
    case 'centred':
    case 'basis':
      return { [`Đoạn ${place}`]: block.text }
    default:
      return assertNever(block)
  }
}

function tableFacts({ rows }: TextTable, name: string): DocumentFacts {
  return Object.fromEntries(
    rows.map((cells) => {
      const words = cells.slice(1).map(entryWords).join(' | ')
      return [`${name}/${words}`, words]
    }),
  )
}

const entryWords = (entry: TableEntry): string =>
  (Array.isArray(entry) ? entry : [entry])
    .map((part: TableEntry) => (typeof part === 'object' && 'text' in part ? part.text : part))
    .join(' ')

/** What a paper says otherwise now than when it got its number. */
export function paperChanges(from: DocumentFacts, to: DocumentFacts): readonly DocumentChange[] {
  const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])]
  return keys
    .filter((key) => from[key] !== to[key])
    .map((key) => ({ what: labels[key] ?? key.split('/')[0] ?? key, from: from[key] ?? '', to: to[key] ?? '' }))
}

const labels: Readonly<Record<string, string>> = { subject: 'Trích yếu', addressee: 'Nơi kính gửi' }
