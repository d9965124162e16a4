/** Heads the hidden column by which a returned row is known again. */
export const idHead = 'ocop-id'

/** The hidden mark of a product's row in a province's list. */
export function rowId({ sessionId, agendaItemId }: { sessionId: number; agendaItemId: number }): string {
  return `ocop:${sessionId}/${agendaItemId}`
}
