import type { RoomInterface } from '../../../shared/api/room.ts'

/**
 * Where the room can be reached now: where it is while the machine still has that address, else on the same network
 * (Wi-Fi) under its new one, else on any other; null without a network. A room opened on this machine alone stays there.
 */
export function addressNow({
  address,
  network,
  interfaces,
}: {
  readonly address: string
  /** The interface that the room was opened on. */
  readonly network: Pick<RoomInterface, 'name' | 'isLoopback'>
  readonly interfaces: readonly RoomInterface[]
}): string | null {
  if (network.isLoopback || interfaces.some((each) => each.address === address)) return address
  const others = interfaces.filter(({ isLoopback }) => !isLoopback)
  return (others.find(({ name }) => name === network.name) ?? others[0])?.address ?? null
}
