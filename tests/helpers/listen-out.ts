/** Listens to a stream until its end. */
export async function listenOut(events: AsyncIterable<unknown>): Promise<void> {
  const told = events[Symbol.asyncIterator]()
  while ((await told.next()).done !== true) continue
}
