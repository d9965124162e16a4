import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api/client.ts'
import { unsentPhones, type UnsentPhone } from './unsent-phones.ts'

/** Whose phones said last that something waits on them, or cannot be heard: of that session's room, while it is on. */
export function useUnsentPhones(sessionId: number): readonly UnsentPhone[] {
  const { data } = useQuery(orpc.room.status.queryOptions())
  return data?.open?.sessionId === sessionId ? unsentPhones(data.members) : []
}
