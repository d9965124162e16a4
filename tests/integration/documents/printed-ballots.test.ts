import { describe, expect, it } from 'vitest'
import { countPages } from '../../../electron/documents/pdf-a/count-pages.ts'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'

describe('ballots to be printed', () => {
  it('are counted before they are laid out, and laid out as they are selected', async () => {
    using app = createTestApp()
    const { client } = app
    const { sessionId, itemIds, memberIds } = await openSmallSession(app)
    const [item = 0] = itemIds
    const [member = 0] = memberIds
    const kind = 'blank-ballots'
    const { products, members, ballots } = await client.documents.ballots.list({ sessionId, kind })
    expect([products.map(({ id }) => id), members.map(({ id }) => id)]).toEqual([itemIds, memberIds])
    expect(ballots).toEqual(itemIds.flatMap((itemId) => memberIds.map((memberId) => ({ itemId, memberId, round: 1 }))))
    expect(await client.documents.ballots.pages({ sessionId, kind })).toEqual(
      Object.fromEntries(itemIds.map((id) => [id, 4])),
    )

    const pagesOf = async (of: { readonly itemIds?: number[]; readonly memberIds?: number[] }) => {
      const selection = { itemIds: [], memberIds: [], rounds: [], ...of }
      const file = await client.documents.render({ sessionId, kind, format: 'pdf', ballots: selection })
      return countPages(new Uint8Array(await file.arrayBuffer()))
    }
    expect(await pagesOf({})).toBe(24)
    expect(await pagesOf({ itemIds: [item] })).toBe(12)
    expect(await pagesOf({ memberIds: [member] })).toBe(8)
    expect(await pagesOf({ itemIds: [item], memberIds: [member] })).toBe(4)
  })

  it('are refused where nothing is selected of them', async () => {
    using app = createTestApp()
    const { sessionId } = await openSmallSession(app)
    const ballots = { itemIds: [9999], memberIds: [], rounds: [] }
    const asked = app.client.documents.render({ sessionId, kind: 'blank-ballots', format: 'pdf', ballots })
    await expect(asked).rejects.toMatchObject({ data: { reason: 'not-found' } })
  })
})
