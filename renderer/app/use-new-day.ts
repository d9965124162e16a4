import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { refreshWorkspace } from '../api/refresh-workspace.ts'

const lookEveryMs = 60_000

/** Asks for everything again once it is another day: what is near, open or past is counted from today. */
export function useNewDay(): void {
  const queryClient = useQueryClient()
  const router = useRouter()
  const [look] = useState(() => watchDay(queryClient))
  useEffect(() => router.subscribe('onResolved', look), [router, look])
  useEffect(() => {
    const timer = setInterval(look, lookEveryMs)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [look])
}

function watchDay(queryClient: QueryClient): () => void {
  let day = vietnamDay(new Date())
  return () => {
    const today = vietnamDay(new Date())
    if (today === day) return
    day = today
    void refreshWorkspace(queryClient)
  }
}
