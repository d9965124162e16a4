/** The hidden mark of a product's row in a province's list. */
export const rowId = ({ sessionId, agendaItemId }: { sessionId: number; agendaItemId: number }): string =>
  `ocop:${sessionId}/${agendaItemId}`
