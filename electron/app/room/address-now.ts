import type { RoomInterface } from '../../../shared/api/room.ts'

type AddressNowInput = {
  readonly address: string
  /** The interface that the room was opened on. */
  readonly network: Pick<RoomInterface, 'name' | 'isLoopback'>
  /** Names of the others that there were then. */
  readonly notChosen: readonly string[]
  readonly interfaces: readonly RoomInterface[]
}

/**
 * Where the room can be reached now, or null. On the network that the secretary chose, under whatever address, as long as
 * the machine is on it; else on one that has come since, such as another Wi-Fi. Networks that were there and not chosen,
 * virtual ones and a VPN among them, lead no phone to the room. A room opened on this machine alone stays there.
 */
export function addressNow({ address, network, notChosen, interfaces }: AddressNowInput): string | null {
  if (network.isLoopback) return address
  const chosen = interfaces.filter(({ name }) => name === network.name)
  const come = interfaces.filter(({ name, isLoopback }) => !isLoopback && !notChosen.includes(name))
  const candidates = chosen.length > 0 ? chosen : come
  return (candidates.find((each) => each.address === address) ?? candidates[0])?.address ?? null
}
